"""`dukou jobs`: the workers that do what need not be done while a member waits."""

import asyncio
import os
import sys

from dukou.commands.opened import opened_place


def jobs() -> None:
    """Run the background jobs, each lane with workers of its own."""
    with opened_place():
        from procrastinate.contrib.django import app

        from dukou.commands.lanes import LANES, run_lanes

        print(f"jobs run in {len(LANES)} lanes: {', '.join(LANES)}")
        with asyncio.Runner() as runner:
            was_asked = runner.run(run_lanes(app))
            # Python would wait for threads that are still busy with a job. Whoever finds the job
            # stalled does it again, so leave now.
            sys.stdout.flush()
            os._exit(0 if was_asked else 1)
