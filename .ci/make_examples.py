"""How were the attachments of the worked examples made? Run by hand; the same bytes each time.

    .venv/bin/python .ci/make_examples.py

Everyone and everything in them is invented: papers by typst, pictures by Pillow, e-mails by
the standard library. What they say stands in `example-attachments/words.yaml`.
"""

import json
import random
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from pathlib import Path
from typing import Any

import typst
import yaml
from PIL import Image, ImageDraw, ImageFilter, ImageFont

EXAMPLES = Path(__file__).parent.parent / "examples"
SOURCES = Path(__file__).parent / "example-attachments"
ALERT = (
    "DEBIT ALERT",
    "Acct: ******8827",
    "Amt: NGN 45,000.00",
    "Desc: ATM WDL OOB-0042-2",
    "Trace: 004417",
    "Date: 17-JAN-2026 18:42",
    "Bal: NGN 61,318.55",
)


def paper(name: str, words: dict[str, Any]) -> bytes:
    """Lay out one bill, receipt or note, or the letter that `letter_file` names."""
    if "letter_file" in words:
        letter = (EXAMPLES / name).parent / words["letter_file"]
        words = words | {"letter": letter.read_text(encoding="utf-8").splitlines()}
    pdf: bytes = typst.compile(
        SOURCES / "paper.typ",
        format="pdf",
        sys_inputs={"paper": json.dumps(words)},
        ignore_system_fonts=True,
    )
    return pdf


def message(parts: dict[str, str]) -> bytes:
    """Build one e-mail as it would lie in a mailbox."""
    mail = EmailMessage(policy=SMTP)
    for name, value in parts.items():
        if name != "body":
            mail[name] = value
    mail.set_content(parts["body"], cte="quoted-printable")
    return mail.as_bytes()


def grain(size: tuple[int, int], seed: int) -> Image.Image:
    """Return repeatable film grain, in grey."""
    cells = (size[0] // 2, size[1] // 2)
    noise = Image.frombytes("L", cells, random.Random(seed).randbytes(cells[0] * cells[1]))  # noqa: S311  # the same grain each time
    return noise.resize(size, Image.Resampling.BILINEAR)


def kitchen() -> Image.Image:
    """Draw the lower front of a washing machine, its split seal, and water on the tiles."""
    picture = Image.new("RGB", (960, 720), (203, 196, 184))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 560, 960, 720), fill=(139, 122, 106))
    for step in range(-4, 14):
        draw.line((step * 110, 720, 300 + step * 45, 560), fill=(112, 98, 85), width=3)
    for height in (590, 634, 690):
        draw.line((0, height, 960, height), fill=(112, 98, 85), width=3)
    draw.rounded_rectangle(
        (150, -60, 800, 588), 18, fill=(233, 234, 232), outline=(176, 178, 178), width=4
    )
    draw.rectangle((150, 520, 800, 588), fill=(216, 218, 217))
    draw.line((150, 520, 800, 520), fill=(170, 172, 172), width=3)
    for edge, shade in ((238, 168), (222, 205), (196, 96), (176, 62), (150, 44)):
        draw.ellipse(
            (475 - edge, 250 - edge, 475 + edge, 250 + edge), fill=(shade, shade + 1, shade + 3)
        )
    draw.ellipse((365, 128, 560, 330), fill=(58, 64, 70))
    draw.arc((310, 85, 640, 415), 200, 290, fill=(150, 158, 166), width=8)
    draw.polygon(
        ((398, 409), (432, 433), (470, 424), (505, 440), (452, 446), (404, 428)), fill=(8, 8, 9)
    )
    draw.line((402, 412, 440, 437, 474, 427, 508, 441), fill=(126, 124, 120), width=3)
    water = Image.new("L", picture.size, 0)
    flood = ImageDraw.Draw(water)
    flood.polygon(((444, 440), (462, 440), (470, 588), (440, 588)), fill=120)
    flood.ellipse((250, 574, 720, 684), fill=150)
    flood.ellipse((520, 612, 860, 706), fill=135)
    water = water.filter(ImageFilter.GaussianBlur(7))
    picture.paste(Image.new("RGB", picture.size, (176, 190, 200)), mask=water)
    shine = ImageDraw.Draw(picture)
    shine.arc((300, 590, 650, 664), 200, 280, fill=(225, 232, 238), width=4)
    shine.arc((560, 626, 820, 690), 210, 290, fill=(220, 228, 234), width=3)
    return picture


def photograph() -> bytes:
    """Return the kitchen as a telephone's camera would save it, with its date."""
    picture = kitchen().rotate(1.7, Image.Resampling.BICUBIC, fillcolor=(120, 108, 96))
    picture = picture.crop((24, 24, 936, 696)).filter(ImageFilter.GaussianBlur(1.1))
    shade = Image.radial_gradient("L").resize(picture.size).point(lambda tone: tone * 0.55)
    picture.paste(Image.new("RGB", picture.size, (30, 26, 22)), mask=shade)
    picture = Image.blend(picture, grain(picture.size, 814).convert("RGB"), 0.07)
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Fernglass", "Fernglass F7"
    exif[0x0112], exif[0x0132] = 1, "2026:02:15 09:42:10"
    exif.get_ifd(0x8769).update({0x9003: "2026:02:15 09:42:10", 0x9011: "+00:00"})
    out = BytesIO()
    picture.save(out, "JPEG", quality=72, exif=exif)
    return out.getvalue()


def debit_alert() -> bytes:
    """Return the picture of a telephone screen with the bank's text message."""
    picture = Image.new("RGB", (540, 640), (244, 244, 246))
    draw = ImageDraw.Draw(picture)
    small, plain, large = (ImageFont.load_default(size) for size in (19, 23, 28))
    draw.rectangle((0, 0, 540, 44), fill=(32, 34, 40))
    draw.text((22, 10), "18:43", font=small, fill="white")
    draw.text((462, 10), "71 %", font=small, fill="white")
    draw.rectangle((0, 44, 540, 118), fill=(255, 255, 255))
    draw.text((96, 64), "ODO OYA BANK", font=large, fill=(24, 24, 28))
    draw.ellipse((26, 56, 76, 106), fill=(43, 63, 143))
    draw.text((41, 66), "O", font=large, fill="white")
    draw.text((186, 146), "Sat 17 Jan 2026, 18:42", font=small, fill=(110, 110, 118))
    draw.rounded_rectangle((24, 184, 486, 474), 20, fill=(255, 255, 255), outline=(222, 222, 228))
    for row, line in enumerate(ALERT):
        draw.text((48, 206 + row * 36), line, font=plain, fill=(30, 30, 36))
    draw.rounded_rectangle((24, 566, 516, 616), 25, fill=(255, 255, 255), outline=(210, 210, 216))
    draw.text((48, 578), "You cannot reply to this sender", font=small, fill=(150, 150, 158))
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Write every attachment beside its case file."""
    words = yaml.load((SOURCES / "words.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    made = {name: paper(name, page) for name, page in words["papers"].items()}
    made |= {name: message(parts) for name, parts in words["messages"].items()}
    made |= {name: text.encode() for name, text in words["texts"].items()}
    made["washing-machine/leak.jpg"] = photograph()
    made["cash-machine/debit-alert.png"] = debit_alert()
    for name, content in sorted(made.items()):
        (EXAMPLES / name).write_bytes(content)
        print(f"{len(content):>7,} {name}")


if __name__ == "__main__":
    main()
