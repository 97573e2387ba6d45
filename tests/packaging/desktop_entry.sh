#!/bin/sh
# install-desktop-entry of the portable archive, in a home of its own: what it writes names the program wherever the folder lies, and
# --remove leaves nothing. desktop_entry.sh SOURCE WORK
set -eu
source=$1 work=$2
fail() { echo "desktop_entry: $*" >&2; exit 1; }

rm -rf "$work"
export HOME="$work/home" XDG_DATA_HOME=
unset XDG_DATA_HOME
folder="$work/pro\"gr\`ams/\$HOME 100 a\\b \\\$c"
mkdir -p "$HOME" "$folder/share/applications" "$folder/share/icons/hicolor/scalable/apps" "$folder/share/mime/packages"
cp "$source/packaging/linux/portable/install-desktop-entry" "$folder"
cp "$source/packaging/linux/oriel-studio.desktop" "$folder/share/applications"
cp "$source/packaging/linux/oriel-studio.svg" "$folder/share/icons/hicolor/scalable/apps"
cp "$source/packaging/linux/oriel-studio.xml" "$folder/share/mime/packages"
printf '#!/bin/sh\nprintf "%%s\\n" "$0" "$@" >"$HOME/started.part"\nmv "$HOME/started.part" "$HOME/started"\n' >"$folder/oriel-studio"
chmod +x "$folder/oriel-studio"

"$folder/install-desktop-entry" >/dev/null
entry=$HOME/.local/share/applications/oriel-studio.desktop
[ -f "$entry" ] && [ -f "$HOME/.local/share/icons/hicolor/scalable/apps/oriel-studio.svg" ] && [ -f "$HOME/.local/share/mime/packages/oriel-studio.xml" ] || fail "not all was written"
grep -q '^TryExec' "$entry" && fail "TryExec would look for the program in the PATH"

# Undone as the specification of desktop entries has it: first the value, then the quoted argument of the command line.
exec_line=$(sed -n 's/^Exec=//p' "$entry" | head -n 1)
value=$(printf '%s' "$exec_line" | sed 's/\\\\/\\/g')
argument=$(printf '%s' "$value" | sed -e 's/^"//' -e 's/" %f$//' -e 's/\\\([\\"`$]\)/\1/g')
[ "$argument" = "$folder/oriel-studio" ] || fail "the entry starts [$argument], not [$folder/oriel-studio]"
[ "$(grep -c '^Exec=' "$entry")" -eq 2 ] || fail "the second start of the menu is gone"

# And as a desktop does it, where one is installed.
if command -v gio >/dev/null 2>&1 && gio help launch >/dev/null 2>&1; then
    gio launch "$entry" "$work/a project.orielproj"
    for _ in 1 2 3 4 5 6 7 8 9 10; do [ -f "$HOME/started" ] && break; sleep 0.2; done
    [ "$(cat "$HOME/started")" = "$folder/oriel-studio
$work/a project.orielproj" ] || fail "gio started: $(cat "$HOME/started")"
fi
if command -v desktop-file-validate >/dev/null 2>&1; then
    desktop-file-validate "$entry" || fail "the entry is not valid"
fi

"$folder/install-desktop-entry" --remove >/dev/null
left=$(find "$HOME/.local" -iname '*oriel*')
[ -z "$left" ] || fail "left: $left"
"$folder/install-desktop-entry" --nonsense 2>/dev/null && fail "nonsense was accepted"
mv "$folder" "$work/100%"
"$work/100%/install-desktop-entry" 2>/dev/null && fail "a name that desktops cannot start was accepted"
[ -z "$(find "$HOME/.local" -iname '*oriel*')" ] || fail "something was written although it was refused"
echo "desktop_entry: ok"
