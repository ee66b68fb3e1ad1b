#!/bin/sh
# Writes .env with fresh secrets: deploy/make-env.sh example.com
set -eu
cd "$(dirname "$0")/.."
domain=${1:?the domain of the installation, for instance example.com}
umask 077
[ ! -e .env ] || { echo ".env is there already; it keeps the only copy of the secrets, so it stays as it is." >&2; exit 1; }
while IFS= read -r line; do
  case $line in
    TSUMUGI_DOMAIN=) echo "$line$domain" ;;
    TSUMUGI_MASTER_KEY=) echo "$line$(openssl rand -base64 32)" ;;
    *_PASSWORD=) echo "$line$(openssl rand -hex 24)" ;;
    *) echo "$line" ;;
  esac
done < .env.example > .env.new
mv .env.new .env
echo ".env is written. Put TSUMUGI_MASTER_KEY in a safe place as well."
