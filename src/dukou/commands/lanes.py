"""The lanes of the background jobs: one process, but no lane can hold up another."""

import asyncio
import logging
import signal
from concurrent.futures import ThreadPoolExecutor

from procrastinate import App
from procrastinate.contrib.django.utils import connector_params
from procrastinate.jobs import DeleteJobCondition, Status
from procrastinate.psycopg_connector import PsycopgConnector

# Jobs of a lane that run at once. Mail has two so that one slow server does not stop it; pictures
# and learning use a whole core each.
LANES = {"mail": 2, "media": 1, "language": 2, "learning": 1, "import": 1, "default": 2}
GRACE_SECONDS = 6
RESCUE_SECONDS = 15
# A job that was being done at five crashes is taken for their cause.
MOST_ATTEMPTS = 5
log = logging.getLogger(__name__)


async def run_lanes(app: App) -> bool:
    """Work until SIGTERM or Ctrl-C (True), or until a lane loses the database (False)."""
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(sum(LANES.values()), "job"))
    asked = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, asked.set)
    # Every worker holds one connection to listen on, and needs another for moments.
    connector = PsycopgConnector(
        kwargs=connector_params(), min_size=len(LANES) + 1, max_size=2 * len(LANES)
    )
    with app.replace_connector(connector) as working:
        async with working.open_async():
            tasks = [
                *(asyncio.create_task(_work(working, *lane)) for lane in LANES.items()),
                asyncio.create_task(_rescue_stalled(working)),
                asyncio.create_task(asked.wait()),
            ]
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in tasks:
                task.cancel()
            # A job in a thread cannot be interrupted: wait a little, then leave it.
            await asyncio.wait(tasks, timeout=GRACE_SECONDS)
    for task in ended:
        if task.exception():
            log.error("a lane ended: %r", task.exception())
    return asked.is_set()


async def _work(app: App, lane: str, concurrency: int) -> None:
    await app.run_worker_async(
        name=lane,
        queues=[lane],
        concurrency=concurrency,
        install_signal_handlers=False,
        fetch_job_polling_interval=5.0,
        delete_jobs=DeleteJobCondition.SUCCESSFUL.value,
    )


async def _rescue_stalled(app: App) -> None:
    """Put back the jobs of workers that were killed."""
    while True:
        for job in await app.job_manager.get_stalled_jobs():
            # Not with its arguments: they may hold addresses and words of members.
            name = f"{job.task_name}[{job.id}]"
            if job.attempts < MOST_ATTEMPTS:
                log.warning("job %s was interrupted and is done again", name)
                await app.job_manager.retry_job(job)
            else:
                log.error("job %s was interrupted too often and is given up", name)
                await app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)
        await asyncio.sleep(RESCUE_SECONDS)
