# What ./run and ./test share: checks what the machine has, installs it when it may, says what to install when it may not.

missing() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing: $*"
    apt-get update -qq >/dev/null || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    echo "Please install first: $*   (Debian: sudo apt-get install $*)" >&2
    exit 1
  fi
}

need_runtime() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "Please install the .NET SDK 10 first (the version is in global.json)." >&2
    exit 1
  fi
  command -v node >/dev/null && command -v npm >/dev/null || missing nodejs npm
  command -v setpriv >/dev/null || [ "$(uname)" != Linux ] || missing util-linux
  ldconfig -p 2>/dev/null | grep 'libsodium\.so\.23' >/dev/null || [ "$(uname)" != Linux ] || missing libsodium23
}

# The Japanese-English dictionary of the interpreter. The app serves without it, and then reads only the Japanese that it has words of its own for.
want_dictionary() {
  [ ! -f /usr/share/edict/edict ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then missing edict || true; fi
  [ -f /usr/share/edict/edict ] || echo "Without the package edict the assistant knows fewer Japanese words." >&2
}

# The tests run a second time through it.
need_pooler() {
  command -v pgbouncer >/dev/null || [ -x /usr/sbin/pgbouncer ] || missing pgbouncer
}

need_browser() {
  [ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ] || missing chromium-headless-shell || missing chromium
  fc-list 2>/dev/null | grep -i 'cjk' >/dev/null || missing fontconfig fonts-noto-cjk
}

# Browser libraries and the embedded PostgreSQL, once for each package-lock.json; then the bundles.
restore_browser_files() {
  local stamp=node_modules/.restored
  if ! cmp -s package-lock.json "$stamp" 2>/dev/null; then
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json "$stamp"
  fi
  npm run --silent build >/dev/null
}

# What the interpreter knows of words in general, once for each of what it is made of.
make_words() {
  local stamp=.artifacts/words/.made made
  made=$({ cat package-lock.json tools/words/*.mjs /usr/share/edict/edict 2>/dev/null || true; } | cksum)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$made" ] && return
  npm run --silent words && echo "$made" >"$stamp"
}
