"""Files and foreign formats: readers, writers, nothing counted."""
