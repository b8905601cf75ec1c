# tools/bench theme: sourced by it. Two kinds of theme on the same posts: `plain` (recent posts, all tags and related
# links on every page), and `queries`, which filters, sorts and groups all posts on every page. Cold builds: no output
# and no cache from before; the runs of the programs alternate, so that a busy moment does not hit only one of them.

posts=4000 runs=5 loom='' keep=''
while [ $# -gt 0 ]; do
  case $1 in
  --posts) posts=$2; shift ;;
  --runs) runs=$2; shift ;;
  --loom) loom=$2; shift ;;
  --keep) keep=yes ;;
  *) fail "unknown option: $1" ;;
  esac
  shift
done
if [ -z "$loom" ]; then
  "$root/tools/build" >/dev/null
  loom=$root/build/release/loom
fi
sources=$root/tests/bench/theme
# In memory, so that no disk is measured: a build ends with a sync.
folder=$(mktemp -d -p "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
[ -n "$keep" ] || trap 'rm -rf "$folder"' EXIT

# make_site PROGRAM THEME
make_site() {
  local site=$folder/$1-$2
  mkdir -p "$site/content/posts"
  cp -r "$sources/$1/." "$site"
  [ "$2" = plain ] || cp -r "$sources/$1-$2/." "$site"
  cp "$folder"/posts/* "$site/content/posts/"
  # Hugo has no table for taxonomies.
  [ "$1" = loom ] || sed -i '/^\[taxonomies\]$/d' "$site"/content/posts/post-*
}

# run PROGRAM THEME: "CPU WALL" in seconds.
run() {
  local site=$folder/$1-$2 times TIMEFORMAT='%U %S %R' command
  case $1 in
  loom) command=("$loom" build "$site" -o "$folder/out") ;;
  hugo) command=(hugo --quiet -s "$site" -d "$folder/out") ;;
  esac
  rm -rf "$folder/out" "$site/resources"
  times=$( { time "${command[@]}" >"$folder/log" 2>&1; } 2>&1) || { cat "$folder/log" >&2; fail "$1 could not build"; }
  awk '{ printf "%.2f %.2f\n", $1 + $2, $3 }' <<<"$times"
}

# median FILE COLUMN
median() { awk -v column="$2" '{ print $column }' "$1" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

programs=(loom)
if command -v hugo >/dev/null; then
  programs+=(hugo)
else
  say "hugo is not installed: Loom alone"
fi
say "writing $posts posts"
mkdir "$folder/posts"
awk -v count="$posts" -v folder="$folder/posts" -f "$sources/posts.awk"
export XDG_CACHE_HOME=$folder/cache
for theme in plain queries; do
  for program in "${programs[@]}"; do make_site "$program" "$theme"; done
  for ((i = 0; i < runs; i++)); do
    for program in "${programs[@]}"; do run "$program" "$theme" >>"$folder/$program-$theme.times"; done
  done
  for program in "${programs[@]}"; do
    printf '%-8s %-5s %6s posts, median of %s: %7s s CPU, %7s s elapsed\n' "$theme" "$program" "$posts" "$runs" \
      "$(median "$folder/$program-$theme.times" 1)" "$(median "$folder/$program-$theme.times" 2)"
  done
done
