"""The release build of the product, and of the programs that only benchmarks have."""
import os
import subprocess
import sys

from bench.report import Failure

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def binary(name="sluice"):
    """The path of that program, built now unless SLUICE_BINARY (or such as ENCODINGBENCH_BINARY) names one.

    SLUICE_SCRATCH_PATH says where to build.
    """
    variable = name.upper() + "_BINARY"
    given = os.environ.get(variable)
    if given:
        if not os.access(given, os.X_OK):
            raise Failure(f"{variable} is no program: {given}")
        return os.path.abspath(given)
    command = ["swift", "build", "-c", "release", "--product", name]
    scratch = os.environ.get("SLUICE_SCRATCH_PATH")
    if scratch:
        command += ["--scratch-path", scratch]
    try:
        subprocess.run(command, cwd=ROOT, stdout=sys.stderr, check=True)
        shown = subprocess.run(command + ["--show-bin-path"], cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"the release build failed: {error}") from error
    return os.path.join(shown.stdout.strip(), name)
