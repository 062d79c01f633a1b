"""LiquidFeedback's way of working: four phases by clock and quorum, and two orders that clones cannot flood."""
