"""A worker of the letters whose parent ends while it starts: ``python -m tests.support.orphaned``.

It prints ``lives on`` when it has prepared itself all the same, and nothing when it has ended.
"""

import multiprocessing
import os
import signal
import time

from dashboard.mailing.one_letter import leave_signals_to_the_parent


def start_late(parent: int) -> None:
    """Prepare as a worker does, once the parent has ended."""
    while os.getppid() == parent:
        time.sleep(0.01)
    leave_signals_to_the_parent()
    print("lives on", flush=True)


if __name__ == "__main__":
    print("started", flush=True)
    multiprocessing.get_context("spawn").Process(target=start_late, args=(os.getpid(),)).start()
    os.kill(os.getpid(), signal.SIGKILL)
