#!/usr/bin/env python3
"""Checks letters on a cluster: runs `imr check --records` over each part of a folder, with Dask distributed.

A part is a file `*.ndjson` of records `{"id", "text"}`. Its results go to a file of the same name in the folder of results, one
line a record, in the same order. Workers read and write these folders under the same paths as this script, so they are on storage
that all share.
"""

import argparse
import shlex
import subprocess
import sys
from pathlib import Path

from dask.distributed import Client, LocalCluster, as_completed


def count_records(path):
    with open(path, "rb") as file:
        return sum(1 for line in file if line.strip())


def check_part(command, part, result):
    """Returns how many records of one part were checked. Runs on a worker; may be run again, because `imr` replaces RESULT whole."""
    done = subprocess.run([*command, "check", "--records", part, "--output", result], capture_output=True, text=True)
    # 1: something was found. 2: also for single records that cannot be read, which have results, too.
    if done.returncode not in (0, 1, 2):
        raise RuntimeError(f"{part}: exit code {done.returncode}: {done.stderr[-2000:]}")
    expected = count_records(part)
    written = count_records(result) if Path(result).exists() else 0
    if written != expected:
        raise RuntimeError(f"{part}: {written} results for {expected} records: {done.stderr[-2000:]}")
    return written


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", type=Path, help="the folder of parts")
    parser.add_argument("results", type=Path, help="the folder of results; what it has is kept")
    cluster = parser.add_mutually_exclusive_group(required=True)
    cluster.add_argument("--scheduler", metavar="ADDRESS", help="of a cluster: tcp://HOST:8786")
    cluster.add_argument("--local", metavar="N", type=int, help="a cluster of N workers on this machine")
    parser.add_argument("--imr", default="imr", help="the command as workers start it (imr)")
    options = parser.parse_args()

    options.results.mkdir(parents=True, exist_ok=True)
    parts = sorted(options.parts.resolve().glob("*.ndjson"))
    results = [options.results.resolve() / part.name for part in parts]
    left = [(str(part), str(result)) for part, result in zip(parts, results) if not result.exists()]
    local = options.local and LocalCluster(
        n_workers=options.local, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    )
    with Client(local or options.scheduler) as client:
        checks = [
            client.submit(check_part, shlex.split(options.imr), part, result, pure=False, retries=2)
            for part, result in left
        ]
        failed = 0
        records = 0
        for check in as_completed(checks):
            if check.status == "finished":
                records += check.result()
            else:
                failed += 1
                print(check.exception(), file=sys.stderr)
    if local:
        local.close()
    print(f"{records} records in {len(left) - failed} parts checked, {failed} parts failed, {len(parts) - len(left)} kept")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
