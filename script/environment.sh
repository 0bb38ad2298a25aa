# Read by the other scripts: the virtual environment .venv, made where there is none.
#
#   have_environment       what the place needs to run
#   have_environment dev   the tools for tests and checks as well
#   have_environment draft the rough translation engine as well

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# The first Python of a version that Dukou runs on. Named ones may be shims that do not work here.
find_python() {
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys, venv, ensurepip
sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1; then
            say "$candidate"
            return
        fi
    done
    stop "Dukou needs Python 3.11, 3.12 or 3.13 with venv (on Debian: apt install python3-venv).
Install one, or name it: PYTHON=/path/to/python3.12 $0"
}

# What the installed state depends on: a moved checkout must be installed again.
stamp() {
    .venv/bin/python -c 'import hashlib, os, pathlib, sys
said = [os.getcwd(), sys.version]
said += [pathlib.Path(name).read_text("utf-8") for name in ("pyproject.toml", "constraints.txt")]
print(hashlib.sha256("\0".join(said).encode()).hexdigest())'
}

have_environment() {
    extra=${1:-}
    if ! .venv/bin/python -c 'import sys, pip
sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1; then
        python=$(find_python) || exit 1
        say "Making .venv with $("$python" --version)"
        rm -rf .venv
        "$python" -m venv .venv || stop "The virtual environment could not be made."
    fi
    wanted=$(stamp)
    record=.venv/installed-${extra:-place}
    if [ "$(cat "$record" 2>/dev/null)" = "$wanted" ]; then
        # The kernels may have changed since, or what was missing to compile them may have come.
        .venv/bin/python src/dukou/compiling.py 2>/dev/null || :
        return 0
    fi
    say "Installing what Dukou needs${extra:+ ($extra)}; this takes a minute or two, once"
    # By the environment too: pip builds our own package in a place where -c does not reach.
    PIP_CONSTRAINT="$PWD/constraints.txt" .venv/bin/python -m pip install \
        --quiet --disable-pip-version-check --no-input \
        -c constraints.txt -e ".${extra:+[$extra]}" || return 1
    printf '%s\n' "$wanted" >"$record"
    printf '%s\n' "$wanted" >.venv/installed-place
}
