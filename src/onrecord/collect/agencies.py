"""News agencies, as texts name them in credits and datelines."""

from __future__ import annotations

__all__ = ["AGENCY", "AGENCY_LIST"]

_NAMES = (
    "Agence France-Presse", "The Associated Press", "Associated Press", "PA Media", "Deutsche Presse-Agentur",
    "Getty Images", "Anadolu Agency", "Thomson Reuters", "Press Association", "Reuters", "AFP", "AP", "dpa", "DPA",
    "ANSA", "EFE", "PA", "PAP", "Xinhua", "TASS", "Interfax", "UPI", "ANP", "TT", "NTB", "Ritzau", "STT", "BTA",
    "LUSA", "Lusa", "APA", "Kyodo", "Yonhap", "Bloomberg", "Belga", "CTK", "ČTK", "MTI", "Agerpres", "AGERPRES",
    "Ukrinform", "Anadolu", "AA", "IANS", "PTI", "ANI", "Keystone", "VNA", "SPA", "MENA", "WAM", "AAP", "CP",
    "The Canadian Press", "Canadian Press", "BNS", "LETA", "ETA", "TASR", "STA", "HINA", "Hina", "Tanjug", "SANA",
)  # fmt: skip

AGENCY = rf"(?-i:{'|'.join(_NAMES)})"
"""Pattern of one agency's name; upper and lower case matter ("PA", never "pa")."""
AGENCY_LIST = rf"{AGENCY}(?:(?:\s?[/,&–-]\s?|\s+and\s+|\s+with\s+|,\s+and\s+){AGENCY}){{0,4}}"
"""Pattern of one or several agencies: "AFP, Reuters", "dpa/AFP"."""
