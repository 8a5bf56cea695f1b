#!/bin/sh
# Makes the files of this folder anew from the held reports, with four programs. Needs Chromium, LibreOffice, the fonts
# Liberation, and Python with reportlab, pyphen and python-docx. Run it in the project's folder.
set -eu
out=$(mktemp -d)
cargo run --locked -q -p tests --example styled_pages -- "$out" tests/fixtures/data/sources/*.txt
for page in "$out"/*.html; do
    chromium --headless --no-sandbox --disable-gpu --no-first-run --user-data-dir="$out/profile" \
        --print-to-pdf="${page%.html}-chromium.pdf" "file://$page"
done
python3 tests/samples/forms/make.py "$out"/*.html
mkdir "$out/pdf"
soffice --headless --convert-to pdf --outdir "$out/pdf" "$out"/*.docx
for pdf in "$out"/pdf/*.pdf; do
    mv "$pdf" "$out/$(basename "${pdf%.pdf}")-libreoffice.pdf"
done
for file in tests/samples/forms/*.pdf tests/samples/forms/*.docx; do
    cp "$out/$(basename "$file")" "$file"
done
