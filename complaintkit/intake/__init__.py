"""What do foreign bytes say? Bytes in, values out."""
