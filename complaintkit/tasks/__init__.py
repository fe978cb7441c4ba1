"""What does a person set out to do? One task a function."""
