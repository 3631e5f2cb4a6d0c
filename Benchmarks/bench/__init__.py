"""What every benchmark uses: building, measuring, peers and the report."""
