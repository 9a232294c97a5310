# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""kills.py COUNT FOLDER [OPTION …]: a production that is killed again and again comes to the same bytes.

Makes a small corpus once in peace. Then starts the same run with --resume and kills it, by SIGKILL or SIGTERM, at a random
moment; COUNT times in all, going back to nothing whenever a run came to its end. Between kills some of what is left is
damaged: a byte of a partial file is changed, or its end, or the journal's, is cut off. At the end of each run the files
have to be those of the first.
"""

import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

NAMES = ["cpu.jsonl", "cuda.jsonl"]


def command(folder, options):
    return ["kernel-dataset", "produce", "--progress=none", f"--out-cpu={folder / NAMES[0]}", f"--out-cuda={folder / NAMES[1]}",
            *options]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def damage(folder, rng):
    """Harms one of the files that a killed run has left, in one of three ways."""
    left = [path for path in folder.iterdir() if path.suffix in (".partial", ".journal") and path.stat().st_size > 1]
    if not left or rng.random() < 0.7:
        return
    path = rng.choice(sorted(left))
    data = bytearray(path.read_bytes())
    if path.suffix == ".journal" or rng.random() < 0.5:
        # Of the journal only the end: one whose first line is gone is that of no run.
        data = data[:rng.randrange(len(data) // 2, len(data))]
    else:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


def main(count, folder, *options):
    rng = random.Random(int(count))
    peace, war = folder / "peace", folder / "war"
    shutil.rmtree(folder, ignore_errors=True)
    peace.mkdir(parents=True)
    war.mkdir()
    start = time.monotonic()
    subprocess.run(command(peace, options), check=True)
    seconds = time.monotonic() - start
    expected = contents(peace)
    kills = ends = 0
    while kills < int(count):
        run = subprocess.Popen(command(war, [*options, "--resume"]), stderr=subprocess.DEVNULL)
        try:
            run.wait(rng.uniform(0, seconds * 1.2))
        except subprocess.TimeoutExpired:
            run.send_signal(rng.choice([signal.SIGKILL, signal.SIGTERM]))
            run.wait()
            kills += 1
            whole = [name for name in NAMES if (war / name).exists()]
            assert all((war / name).read_bytes() == expected[name] for name in whole), "a file is there that is not whole"
            damage(war, rng)
            continue
        assert run.returncode == 0, run.returncode
        assert contents(war) == expected, sorted(contents(war))
        ends += 1
        shutil.rmtree(war)
        war.mkdir()
    subprocess.run(command(war, [*options, "--resume"]), check=True)
    assert contents(war) == expected, sorted(contents(war))
    print(f"{kills} kills, {ends + 1} ends, each with the same bytes")


main(sys.argv[1], pathlib.Path(sys.argv[2]), *sys.argv[3:])
