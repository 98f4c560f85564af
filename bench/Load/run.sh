#!/usr/bin/env bash
# Asks a host for too much: bash bench/Load/run.sh FOLDER [SECONDS]. FOLDER is an archive. Needs the .NET 10 SDK, curl and wrk (apt-get install wrk), and Linux. Prints
#  1. the largest answers and the most memory that requests of up to 256 KB cause;
#  2. how health and ordinary searches fare beside 64 dear requests at once;
#  3. three runs of varied queries over 64 connections: failures, latency, memory after each;
#  4. the processor time of one request of each kind: where the time goes.
# Ends with 1 where one of the figures that must hold does not. Figures mean something only where nothing else runs.
set -uo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
archive=${1:?which folder of proposals?} seconds=${2:-30} port=${PORT:-5480} failed=0
url=http://127.0.0.1:$port
work=$(mktemp -d)
dotnet build -c Release --nologo -v q src/SearchHost && dotnet build -c Release --nologo -v q bench/Load || exit 1
dotnet src/SearchHost/bin/Release/net10.0/ProposalSearch.SearchHost.dll --source "$archive" --index "$work/index" --urls "$url" > "$work/log" 2>&1 &
host=$!
trap 'kill "$host" 2> /dev/null; wait "$host" 2> /dev/null; rm -rf "$work"' EXIT
for _ in $(seq 1 600); do
  curl -fsS -o /dev/null "$url/health/ready" 2> /dev/null && break
  kill -0 "$host" 2> /dev/null || { cat "$work/log"; exit 1; }
  sleep 0.2
done
load() { dotnet bench/Load/bin/Release/net10.0/ProposalSearch.Load.dll "$@" || failed=1; }
resident() { awk '/^VmRSS/ { printf "%.0f MB", $2 / 1024 }' "/proc/$host/status"; }
ticks() { awk '{ print $14 + $15 }' "/proc/$host/stat"; }

tail -1 "$work/log"
echo "== 1. the largest answers"
load largest "$url" "$host"
echo "== 2. $seconds s of 64 dear requests at once"
load overload "$url" "$seconds" 64
echo "== 3. wrk, 64 connections, 3 x $seconds s (resident at first: $(resident))"
for _ in 1 2 3; do
  wrk -t2 -c64 -d"${seconds}s" -s bench/Load/queries.lua "$url" > "$work/wrk"
  echo "$(tail -1 "$work/wrk"); $(grep '^Requests/sec' "$work/wrk"), resident: $(resident)"
  grep -q ', 0 failed;' "$work/wrk" || failed=1
done
echo "== 4. processor time of one request, ms (8 connections, 5 s each)"
while read -r name address; do
  before=$(ticks)
  requests=$(wrk -t1 -c8 -d5s "$url$address" | awk '/requests in/ { print $1 }')
  awk -v t="$(($(ticks) - before))" -v r="$requests" -v n="$name" -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%8.3f  %s (%d)\n", t * 1000 / hz / r, n, r }'
done <<'END'
health /health/live
not-modified-or-faulty /v1/search?page=0
suggestions /v1/suggest?q=colleg
total-only /v1/search?q=college+students&per_page=0&facets=
with-facets /v1/search?q=college+students&per_page=0
with-10-hits /v1/search?q=college+students&snippets=0&facets=
with-10-hits-and-30-snippets /v1/search?q=college+students&facets=
everything-by-default /v1/search?q=college+students
as-a-page /?q=college+students
END
[ "$failed" = 0 ] && echo "all that must hold holds" || echo "something that must hold does not"
exit "$failed"
