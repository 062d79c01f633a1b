"""居民: who belongs to the community, with what weight, where they live and what their groups may do."""
