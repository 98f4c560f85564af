#!/usr/bin/env bash
# Load that the issue of the service asks for: bash bench/Load/proofs.sh FOLDER [SECONDS [IDLE]]. FOLDER is an archive; it is copied first.
# For each engine: requests a second as a part of a bare address that answers with as many bytes, bytes of answers, p99, memory; an index swap each
# second; others beside one client with dear queries; others beside slow, half-open, idle and giant clients. Needs the .NET 10 SDK, curl,
# and Linux. For figures to keep: SECONDS 60, IDLE 10000, ulimit -n 30000, and nothing else that runs. Ends with 1 where something failed.
set -uo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
archive=${1:?which folder of proposals?} seconds=${2:-10} idle=${3:-10000} port=${PORT:-5490} failed=0 key=a-key-for-load-proofs
url=http://127.0.0.1:$port bare=http://127.0.0.1:$((port + 1))
work=$(mktemp -d)
pids=()
stop() { for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null; wait "$pid" 2> /dev/null; done; pids=(); }
trap 'stop; rm -rf "$work"' EXIT
ulimit -n "$(ulimit -Hn)"
dotnet build -c Release --nologo -v q src/SearchHost && dotnet build -c Release --nologo -v q bench/Load || exit 1
cp -rL "$archive" "$work/archive"
load() { dotnet bench/Load/bin/Release/net10.0/ProposalSearch.Load.dll "$@" || { failed=1; echo "  ^ not as wanted"; }; }
host() { # BACKEND
  ProposalSearch__AdminKey=$key dotnet src/SearchHost/bin/Release/net10.0/ProposalSearch.SearchHost.dll --source "$work/archive" \
    --index "$work/index-$1" --backend "$1" --urls "$url" > "$work/log" 2>&1 &
  host=$!
  pids+=("$host")
  for _ in $(seq 1 600); do
    curl -fsS -o /dev/null "$url/health/ready" 2> /dev/null && return
    kill -0 "$host" 2> /dev/null || { cat "$work/log"; exit 1; }
    sleep 0.2
  done
}

for backend in embedded lucene; do
  host "$backend"
  dotnet bench/Load/bin/Release/net10.0/ProposalSearch.Load.dll bare "$bare" > /dev/null 2>&1 &
  pids+=($!)
  sleep 2
  echo "== $backend: searches beside a bare address"
  load rate "$url" "$host" "$bare" "${pids[-1]}" "$seconds" 64
  echo "== $backend: an index swap each second"
  load swaps "$url" "$work/archive" "$key" "$seconds"
  echo "== $backend: one client with dear queries without end"
  load overload "$url" "$seconds" 1
  echo "== $backend: clients that keep connections"
  load hostile "$url" "$seconds" "$idle"
  stop
done
[ "$failed" = 0 ] && echo "all that must hold holds" || echo "something that must hold does not"
exit "$failed"
