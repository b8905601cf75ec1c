# tools/bench template: sourced by it. Instructions per page of 50 posts, counted by callgrind: the difference of two
# numbers of renders, so that what a program does once does not count. With --inja DIR also inja's (its header is not
# packaged in Debian 12).

inja=''
while [ $# -gt 0 ]; do
  case $1 in
  --inja) inja=$2; shift ;;
  *) fail "unknown option: $1" ;;
  esac
  shift
done
need_packages libbenchmark-dev valgrind
"$root/tools/build" >/dev/null
build=$root/build/release
cmake "$build" >/dev/null
say "building the benchmark"
ninja --quiet -C "$build" loom_templating_bench || fail "the build failed, see above"
bench=$build/loom_templating_bench
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# instructions COMMAND...: of the whole program.
instructions() {
  valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | awk '/Collected/ { print $4 }'
}

# per_page COMMAND...: the command takes the number of renders last.
per_page() {
  local few many
  few=$(instructions "$@" 20)
  many=$(instructions "$@" 60)
  echo $(((many - few) / 40))
}

# report NAME INSTRUCTIONS
report() { awk -v name="$1" -v own="$2" -v hand="$hand" 'BEGIN { printf "%-8s %9d instructions per page, %5.2f times the hand-written\n", name, own, own / hand }'; }

hand=$(per_page "$bench" hand)
report hand "$hand"
report engine "$(per_page "$bench" engine)"
if [ -n "$inja" ]; then
  "$bench" posts >"$folder/posts.json"
  "$bench" print >"$folder/page.html"
  g++ -O2 -std=c++20 -I"$inja" "$root/tests/bench/inja/list_page.cpp" -o "$folder/inja" || fail "inja does not compile"
  "$folder/inja" "$folder/posts.json" print | cmp - "$folder/page.html" || fail "inja prints another page"
  report inja "$(per_page "$folder/inja" "$folder/posts.json")"
else
  say "without inja: --inja DIR names the folder that holds inja/inja.hpp"
fi
"$bench" --benchmark_counters_tabular=true 2>/dev/null
