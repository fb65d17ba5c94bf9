"""Captures on several workers at once, by Dask: on this machine, or on a running cluster.

A worker is a process that takes one capture at a time through the notebooks, by papermill as
without a cluster. If a worker dies, another one gets its capture. What workers print comes back as
Dask's events.
"""

from __future__ import annotations

import io
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import asdict
from functools import partial

import torch
from distributed import Client, Future, Nanny, Scheduler, SpecCluster, as_completed, get_worker
from distributed.security import Security

from lib.workbook.jobs import Job, Row, run_job
from lib.workbook.progress import Progress, Tell
from lib.workbook.steps import FILM_STEP

TOPIC = "head-workbook"  # of the events
FAILURES = 20  # deaths after which Dask gives a task up; `jobs.DEATHS`, which knows whose they are,
# comes first
# Dask sets these to 1 for its workers. The notebooks' kernels inherit them.
THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS")
# Ctrl-C in a terminal reaches all processes; the batch alone answers it, and ends the others.
DEAF = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)"


def run_on_cluster(
    jobs: Sequence[Job],
    tell: Tell,
    scheduler: str = "",
    n_workers: int | None = None,
    device: str = "auto",
) -> dict[str, list[Row]]:
    """Run the jobs on workers; return the result of each by its name.

    tell: called with the progress of each capture. scheduler: address of a running cluster; "": a
    cluster is started on this machine and ended afterwards, with a worker for each GPU, or
    n_workers (default 1) on the processor. A capture whose worker died twice is given up. A
    ValueError says why the cluster cannot be used.
    """
    if n_workers is not None and n_workers < 1:
        raise ValueError(f"--workers {n_workers}: expected 1 or more")
    with ExitStack() as stack:
        if scheduler:
            client = stack.enter_context(_joined(scheduler))
        else:
            gpus = _gpus(device)
            wanted = min(n_workers or max(1, len(gpus)), len(jobs))
            cluster = stack.enter_context(_started(gpus, wanted))
            client = stack.enter_context(Client(cluster, security=cluster.security))
        workers = client.scheduler_info(n_workers=-1)["workers"].values()
        hosts = [worker["host"] for worker in workers]
        has_gpu = any(worker.get("resources", {}).get("GPU") for worker in workers)
        need = {"GPU": 1} if has_gpu and device != "cpu" else None
        words = f"{len(jobs)} captures on {len(hosts)} worker{'s' * (len(hosts) > 1)}"
        print(f"{words}{', one a GPU' if need else ''}", flush=True)
        client.subscribe_topic(TOPIC, partial(_hear, tell))
        waiting, found = list(jobs), {}
        working = as_completed()
        while waiting or working.count():
            # No more than there are workers: what waits on a worker that dies is blamed with it.
            free = len(client.scheduler_info(n_workers=-1)["workers"]) - working.count()
            for job in waiting[: max(free, 0 if working.count() else 1)]:
                future = client.submit(_work, job, hosts, key=job.name, resources=need, pure=False)
                future.job = job
                working.add(future)
                waiting.remove(job)
            future = next(working)
            found[future.job.name] = _rows(future, future.job)
        time.sleep(0.2)  # for the last words
        return found


def _rows(future: Future, job: Job) -> list[Row]:
    """Return the rows of a finished job, or one that says why there are none."""
    error = future.exception()
    if error is None:
        return future.result()
    reason = f"{type(error).__name__}: {error}"
    print(f"FAILED {job.name}: {reason}", file=sys.stderr, flush=True)
    first = job.steps[0].name if job.steps else FILM_STEP.name
    return [(first, "FAILED", 0.0, reason)]


@contextmanager
def _started(gpus: list[str], n_workers: int) -> Iterator[SpecCluster]:
    """Yield a cluster of this machine: a worker for each GPU, or n_workers on the processor.

    It listens on the loopback device only, encrypted, so that other users of the machine cannot
    send work.
    """
    options = {
        "nthreads": 1,
        "memory_limit": 0,  # the kernels need the memory, which Dask does not see
        "preload": [DEAF],
        "dashboard": False,
        "silence_logs": logging.ERROR,
    }
    each = [{"resources": {"GPU": 1}, "env": {"CUDA_VISIBLE_DEVICES": gpu}} for gpu in gpus]
    each = (each or [{}] * n_workers)[:n_workers]
    security = Security.temporary()
    common = {"host": "127.0.0.1", "protocol": "tls", "security": security}
    with SpecCluster(
        scheduler={
            "cls": Scheduler,
            "options": {
                **common,
                "port": 0,
                "dashboard_address": "127.0.0.1:0",
                "allowed_failures": FAILURES,
            },
        },
        workers={
            i: {"cls": Nanny, "options": {**common, **options, **own}} for i, own in enumerate(each)
        },
        security=security,
        silence_logs=logging.ERROR,
    ) as cluster:
        yield cluster


def _gpus(device: str) -> list[str]:
    """Return the names of this machine's GPUs as CUDA_VISIBLE_DEVICES takes them; empty for a
    processor.
    """
    if device == "cpu" or not torch.cuda.is_available():
        return []
    asked = os.environ.get("CUDA_VISIBLE_DEVICES", "").split(",")
    count = torch.cuda.device_count()
    return [name.strip() for name in asked[:count]] if asked[0] else [str(i) for i in range(count)]


@contextmanager
def _joined(address: str) -> Iterator[Client]:
    """Yield a client of a running cluster whose workers take one capture at a time."""
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError, TypeError) as error:
        raise ValueError(
            f"--scheduler {address}: expected a running Dask scheduler, such as tcp://host:8786, "
            f"found none ({type(error).__name__}); start it first"
        ) from None
    with client:
        workers = client.scheduler_info(n_workers=-1)["workers"]
        wide = [worker for worker in workers.values() if worker["nthreads"] > 1]
        if not workers or wide:
            found = f"one of {wide[0]['nthreads']}" if wide else "no worker"
            raise ValueError(
                f"--scheduler {address}: expected workers of one thread each, found {found}; "
                "start them with: dask worker --nthreads 1"
            )
        yield client


def _work(job: Job, hosts: list[str]) -> list[Row]:
    """Run a job on a worker; return its rows. What it prints is sent to the batch, line by line.
    hosts: of all workers, to share a machine's cores.
    """
    worker = get_worker()
    n_here = max(1, hosts.count(worker.address.split("://")[-1].rsplit(":", 1)[0]))
    for name in THREADS:
        os.environ[name] = str(max(1, len(os.sched_getaffinity(0)) // n_here))
    if not job.capture.is_dir() and not job.filming:
        raise FileNotFoundError(
            f"{job.capture}: expected the capture on {worker.address}, found none; all machines "
            "must see it under this path"
        )

    def send(to: str) -> Callable[[object], None]:
        return lambda line: worker.log_event(TOPIC, {"capture": job.name, to: line})

    with redirect_stdout(_Lines(send("out"))), redirect_stderr(_Lines(send("err"))):
        return run_job(job, lambda progress: send("progress")(asdict(progress)))


class _Lines(io.TextIOBase):
    """A stream that passes on whole lines."""

    def __init__(self, send: Callable[[str], None]):
        self.send, self.rest = send, ""

    def write(self, text: str) -> int:
        *lines, self.rest = (self.rest + text).split("\n")
        for line in lines:
            self.send(line)
        return len(text)


def _hear(tell: Tell, event: tuple[float, dict]) -> None:
    """Print a worker's lines in the batch, with the capture's name before a notebook's own lines.
    """
    _, words = event
    if "progress" in words:
        tell(Progress(**words["progress"]))
    for key, stream in (("out", sys.stdout), ("err", sys.stderr)):
        if key in words:
            whose = f"{words['capture']}:" if words[key].startswith(" ") else ""
            print(f"{whose}{words[key]}", file=stream, flush=True)
