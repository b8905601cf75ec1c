# Writes Markdown posts with tags, the same for the same count: awk -v count=4000 -v folder=DIR -f posts.awk.
# Front matter is TOML, which Loom and Hugo both read.

function random(limit) {
  state = (state * 16807) % 2147483647
  return state % limit
}

function word() { return words[random(word_count) + 1] }

function sentence(    length_, text, i) {
  length_ = 6 + random(12)
  text = word()
  text = toupper(substr(text, 1, 1)) substr(text, 2)
  for (i = 1; i < length_; i++) {
    text = text " " decorated(word())
  }
  return text "."
}

function decorated(text,    kind) {
  kind = random(60)
  if (kind == 0) return "*" text "*"
  if (kind == 1) return "**" text "**"
  if (kind == 2) return "`" text "`"
  if (kind == 3) return "[" text "](https://example.com/" text "/)"
  return text
}

function paragraph(    text, i, length_) {
  length_ = 3 + random(4)
  text = sentence()
  for (i = 1; i < length_; i++) {
    text = text " " sentence()
  }
  return text "\n"
}

function list(    text, i) {
  text = ""
  for (i = 0; i < 4; i++) {
    text = text "- " sentence() "\n"
  }
  return text
}

function code() {
  return "```cpp\nint " word() "(int count) {\n  return count * " random(100) ";\n}\n```\n"
}

# Most posts share few tags and many tags are rare, as on real sites.
function tag(    a, b) {
  a = random(200)
  b = random(200)
  return "tag-" (a < b ? a : b)
}

function tags(    chosen, text, i, name, wanted) {
  split("", chosen)
  wanted = 2 + random(4)
  text = ""
  for (i = 0; i < wanted; i++) {
    name = tag()
    if (!(name in chosen)) {
      text = text (text == "" ? "" : ", ") "\"" name "\""
      chosen[name] = 1
    }
  }
  return text
}

function front_matter(    title) {
  title = word() " " word() " " word()
  return sprintf("+++\ntitle = \"%s %d\"\ndate = %04d-%02d-%02d\ndescription = \"%s\"\n[taxonomies]\ntags = [%s]\n+++\n",
                 toupper(substr(title, 1, 1)) substr(title, 2), number, 2008 + random(17), 1 + random(12),
                 1 + random(28), word() " " word() " " word(), tags())
}

function body(    text, i, parts) {
  text = paragraph() "\n<!-- more -->\n\n"
  parts = 2 + random(3)
  for (i = 0; i < parts; i++) {
    text = text "## " word() " " word() "\n\n" paragraph() "\n" paragraph() "\n"
    if (random(3) == 0) text = text list() "\n"
    if (random(4) == 0) text = text code() "\n"
  }
  return text
}

BEGIN {
  state = 20240229
  word_count = split("server page reader folder static template weather river garden network memory signal " \
                     "compiler language history kernel packet thread window letter number bridge market " \
                     "harbour winter summer mountain forest engine paper table glass stone copper silver " \
                     "small large quick slow quiet bright early late open closed simple careful honest the " \
                     "of and with from under between after before while because often never always", words, " ")
  for (number = 1; number <= count; number++) {
    file = sprintf("%s/post-%05d.md", folder, number)
    printf "%s\n%s", front_matter(), body() > file
    close(file)
  }
}
