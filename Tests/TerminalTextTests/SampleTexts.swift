/// Texts in the scripts of the users' world, honest and otherwise.
enum SampleTexts {
  static let all = [
    "", " ", "\n", "a", "The UNESCO-ICHEI delegation visits the UNESCO International Bureau of Education.",
    "联合国教科文组织高等教育创新中心（中国深圳）代表团访问国际教育局。",
    "قام وفد من المركز الدولي للابتكار في التعليم العالي بزيارة المكتب (IBE) في 6 يونيو 2024.",
    "Делегация посетила Международное бюро просвещения.", "La délégation a visité le Bureau international d’éducation.",
    "สวัสดีชาวโลก การศึกษา", "हिन्दी में शिक्षा क्षेत्र", "국제교육국 각", "👨‍👩‍👧 🇨🇭 1️⃣ ❤️ 👍🏽 🙂", "שלום (world) 123", "می‌خواهم",
    "https://eng.ichei.org/eic/ichei_en/article/942.html?from=list&page=2#top",
    "co\u{AD}op\u{AD}er\u{AD}a\u{AD}tion\u{AD}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}", "a\u{1B}[31mb\u{07}\u{9B}c\u{202E}d", "  two  spaces  ",
    "中e\u{308}文\nab\n\ncd",
    String(repeating: "क्", count: 50) + "क", String(repeating: "x", count: 200), "\u{301}\u{302}", "a\u{FFF7}b\u{E000}",
  ]
}
