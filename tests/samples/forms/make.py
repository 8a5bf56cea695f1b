"""Makes a PDF with reportlab and a Word document of each page that is named: see make.sh.

The PDF is justified and hyphenated, with boxes and tables with rules, running heads and page numbers. So is the document.
"""

import html
import os
import sys
from html.parser import HTMLParser

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

FONTS = "/usr/share/fonts/truetype/liberation/"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


class Page(HTMLParser):
    """The blocks of a page: ("p", text), ("h2", text), ("li", depth, text), ("table", rows), ("box",), ("endbox",)."""

    def __init__(self, source):
        super().__init__()
        self.blocks, self.words, self.name, self.depth, self.rows, self.is_raised = [], None, "", 0, None, False
        self.feed(source[source.index("<body>"):])

    def handle_starttag(self, tag, attributes):
        if tag == "ul":
            self.depth += 1
        elif tag == "div":
            self.blocks.append(("box",))
        elif tag == "table":
            self.rows = []
        elif tag == "tr":
            self.rows.append([])
        elif tag == "sup":
            self.is_raised = True
        elif tag in ("p", "h1", "h2", "h3", "h4", "li", "td"):
            self.words, self.name = "", dict(attributes).get("class", tag)

    def handle_endtag(self, tag):
        if tag == "ul":
            self.depth -= 1
        elif tag == "div":
            self.blocks.append(("endbox",))
        elif tag == "table":
            self.blocks.append(("table", self.rows))
        elif tag == "td":
            self.rows[-1].append(self.words)
        elif tag == "sup":
            self.is_raised = False
        elif tag == "li":
            self.blocks.append(("li", self.depth, self.words))
        elif tag in ("p", "h1", "h2", "h3", "h4"):
            self.blocks.append((self.name, self.words))
        if tag not in ("sup", "ul"):
            self.words = None

    def handle_data(self, data):
        if self.words is not None:
            raised = "".join(SUPERSCRIPTS[int(c)] if c in "0123456789" else c for c in data)
            self.words += raised if self.is_raised else data


def make_pdf(blocks, path, head):
    pdfmetrics.registerFont(TTFont("Serif", FONTS + "LiberationSerif-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Serif-Bold", FONTS + "LiberationSerif-Bold.ttf"))
    body = dict(fontName="Serif", fontSize=10.5, leading=13.5, alignment=4, hyphenationLang="en_GB", spaceAfter=6)

    def heading(name, size):
        return ParagraphStyle(name, fontName="Serif-Bold", fontSize=size, leading=size + 3, spaceBefore=8, spaceAfter=4, keepWithNext=1)

    styles = {
        "p": ParagraphStyle("p", **body),
        "note": ParagraphStyle("note", **{**body, "fontSize": 7.5, "leading": 9}),
        "cover": ParagraphStyle("cover", fontName="Serif-Bold", fontSize=16, leading=22, spaceAfter=10),
        "contents": ParagraphStyle("contents", fontName="Serif", fontSize=10, leading=12),
        "h1": heading("h1", 22), "h2": heading("h2", 16), "h3": heading("h3", 13), "h4": heading("h4", 11),
    }
    cell = ParagraphStyle("cell", fontName="Serif", fontSize=9, leading=11)
    border = [(edge, start, end, 1, "black") for edge, start, end in (
        ("LINEABOVE", (0, 0), (0, 0)), ("LINEBELOW", (0, -1), (0, -1)), ("LINEBEFORE", (0, 0), (0, -1)), ("LINEAFTER", (0, 0), (0, -1)))]
    story, inside = [], None
    for block in blocks:
        place = story if inside is None else inside
        if block[0] == "box":
            inside = []
        elif block[0] == "endbox":
            story += [Spacer(1, 4), Table([[row] for row in inside], colWidths=[430], style=border)]
            inside = None
        elif block[0] == "li":
            indent = 14 * block[1]
            style = ParagraphStyle("li", **{**body, "leftIndent": indent, "bulletIndent": indent - 10, "spaceAfter": 3})
            place.append(Paragraph(html.escape(block[2]), style, bulletText="•"))
        elif block[0] == "table":
            width = max(len(row) for row in block[1])
            rows = [[Paragraph(html.escape(words), cell) for words in row] + [""] * (width - len(row)) for row in block[1]]
            place.append(Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, "grey"), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
        else:
            place.append(Paragraph(html.escape(block[1]), styles[block[0]]))

    def draw_furniture(canvas, document):
        canvas.setFont("Serif", 8)
        if document.page > 1:
            canvas.drawString(60, 810, head)
            canvas.drawCentredString(297, 30, str(document.page))

    pdf = SimpleDocTemplate(path, pagesize=A4, leftMargin=80, rightMargin=80, topMargin=60, bottomMargin=60)
    pdf.build(story, onFirstPage=draw_furniture, onLaterPages=draw_furniture)


def make_document(blocks, path, head):
    document = docx.Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Liberation Sans", Pt(11)
    hyphenation = OxmlElement("w:autoHyphenation")
    hyphenation.set(qn("w:val"), "true")
    document.settings.element.append(hyphenation)
    document.sections[0].header.paragraphs[0].text = head
    number = document.sections[0].footer.paragraphs[0].add_run()
    for kind in ("begin", None, "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        number._r.append(element)
    place = document
    for block in blocks:
        if block[0] == "box":
            box = document.add_table(1, 1)
            box.style, place = "Table Grid", box.cell(0, 0)
        elif block[0] == "endbox":
            place = document
        elif block[0] in ("h1", "h2", "h3", "h4"):
            place.add_paragraph(block[1], style="Heading " + block[0][1])
        elif block[0] == "li":
            place.add_paragraph(block[2], style="List Bullet" if block[1] == 1 else "List Bullet 2")
        elif block[0] == "table":
            table = place.add_table(len(block[1]), max(len(row) for row in block[1]))
            table.style = "Table Grid"
            for row, cells in enumerate(block[1]):
                for column, words in enumerate(cells):
                    table.cell(row, column).text = words
        else:
            paragraph = place.add_paragraph(block[1])
            if block[0] == "p":
                paragraph.alignment = 3
            for run in paragraph.runs:
                run.font.size = {"note": Pt(8), "cover": Pt(18)}.get(block[0])
                run.bold = True if block[0] == "cover" else None
    document.save(path)


for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        page = Page(file.read())
    stem = os.path.splitext(name)[0]
    running_head = "Inspection of " + os.path.basename(stem)
    make_pdf(page.blocks, stem + "-reportlab.pdf", running_head)
    make_document(page.blocks, stem + ".docx", running_head)
