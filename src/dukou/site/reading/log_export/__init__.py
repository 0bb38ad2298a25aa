"""The event log as Parquet files, an hour at a time, for whoever studies the place."""
