#!/usr/bin/env bash
# What becomes of searches while a cluster is broken: bash bench/Cluster/proofs.sh SCRIPT ARCHIVE [SECONDS [CONNECTIONS]]. SCRIPT starts,
# breaks and stops nodes of OpenSearch (its use: bench/Cluster/ClusterScript.cs), ARCHIVE is a folder of proposals, which is only read.
# A node killed, frozen, slow; disks full; all stopped; then two hosts and an indexer that publishes each ten seconds for five minutes.
# Ports 9430 to 9455 and 9490 to 9492, or as many from PROOFS_PORT on. Ends with 1 where something failed.
set -uo pipefail
cd "$(dirname "$0")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
script=$(realpath "${1:?which script starts nodes?}") archive=$(realpath "${2:?which folder of proposals?}")
seconds=${3:-30} connections=${4:-64} failed=0
[ -n "${BUILT:-}" ] || for project in src/SearchHost src/Indexer bench/Cluster; do dotnet build -c Release --nologo -v q "$project" || exit 1; done
proofs() { dotnet bench/Cluster/bin/Release/net10.0/ProposalSearch.ClusterProofs.dll "$@" || failed=1; }
proofs faults "$script" "$archive" "$seconds" "$connections"
proofs editions "$script" "$archive" "${EDITIONS_SECONDS:-300}" 10
exit "$failed"
