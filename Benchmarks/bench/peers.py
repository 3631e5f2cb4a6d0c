"""Other people's libraries at pinned versions, each set in a virtual environment of its own."""
import json
import os
import shutil
import subprocess
import sys
import venv

from bench.product import ROOT
from bench.report import Failure

VERSIONS = """
import importlib.metadata, json, sys
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        pass
print(json.dumps(found))
"""


def python(name, pins):
    """The interpreter of `.build-peers/NAME`, which has the packages of `pins` (name to version); made if it hasn't."""
    folder = os.path.join(ROOT, ".build-peers", name)
    interpreter = os.path.join(folder, "bin", "python")
    if installed(interpreter, pins) != pins:
        install(folder, interpreter, pins)
    return interpreter


def installed(interpreter, pins):
    """Which of the packages are there, and their versions."""
    try:
        shown = subprocess.run([interpreter, "-c", VERSIONS, *pins], stdout=subprocess.PIPE, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    return json.loads(shown.stdout)


def install(folder, interpreter, pins):
    shutil.rmtree(folder, ignore_errors=True)
    wanted = [f"{name}=={version}" for name, version in pins.items()]
    print(f"installing {' '.join(wanted)} ...", file=sys.stderr, flush=True)
    try:
        venv.create(folder, with_pip=True)
        command = [interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
        subprocess.run(command, stdout=sys.stderr, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failure(f"the peers could not be installed: {error}") from error
