/// News in languages that must not be taken for Kazakh in another alphabet, written for these tests.
package enum OtherLanguages {
  /// Name of the language → a text of three or four sentences.
  package static let latin: [(name: String, text: String)] = [
    (
      "Turkish",
      "Türkiye Cumhurbaşkanı dün Ankara'da yeni bir anlaşma imzaladı. Bakan, iki ülke arasındaki ticaretin bu yıl iki katına çıkacağını söyledi. Toplantıda ayrıca enerji ve ulaştırma konuları da görüşüldü. Bilim adamları için yeni bir merkez kurulacak."
    ),
    (
      "Turkish without marks",
      "Turkiye Cumhurbaskani dun Ankara'da yeni bir anlasma imzaladi. Bakan, iki ulke arasindaki ticaretin bu yil iki katina cikacagini soyledi. Toplantida ayrica enerji ve ulastirma konulari da gorusuldu. Bilim adamlari icin yeni bir merkez kurulacak."
    ),
    (
      "Azerbaijani",
      "Azərbaycan Respublikasının Prezidenti dünən Bakıda yeni saziş imzaladı. Nazir bildirdi ki, iki ölkə arasında ticarət dövriyyəsi bu il artacaq. Görüşdə enerji və nəqliyyat məsələləri də müzakirə olundu. Universitetin rektoru tələbələr üçün yeni mərkəz açıb."
    ),
    (
      "Uzbek",
      "O‘zbekiston Respublikasi Prezidenti kecha Toshkentda yangi bitim imzoladi. Vazir ikki mamlakat o‘rtasidagi savdo bu yil ikki baravar oshishini aytdi. Uchrashuvda energetika va transport masalalari ham muhokama qilindi. Universitet rektori talabalar uchun yangi markaz ochdi."
    ),
    (
      "Uzbek, straight apostrophes",
      "O'zbekiston Respublikasi Oliy Majlisi qo'mitasi kecha bo'lib o'tgan yig'ilishda yangi qonun loyihasini ko'rib chiqdi. Deputatlar bir qator takliflarni bildirdi. Qonun kelgusi yildan kuchga kiradi. Viloyat hokimi bilan ham uchrashuv bo'ldi."
    ),
    (
      "Tatar",
      "Tatarstan Respublikası Prezidentı kiçä Qazanda yaña kileşügä qul quydı. Ministr ike il arasındağı säwdä bıyıl ike tapqır artaçaq dip äytte. Oçraşuda energetika häm transport mäs'äläläre dä qaraldı. Universitet rektorı studentlar öçen yaña üzäk açtı."
    ),
    (
      "Turkmen",
      "Türkmenistanyň Prezidenti düýn Aşgabatda täze ylalaşyga gol çekdi. Ministr iki ýurduň arasyndaky söwdanyň bu ýyl iki esse artjakdygyny aýtdy. Duşuşykda energetika we ulag meselelerine hem garaldy. Uniwersitetiň rektory talyplar üçin täze merkez açdy."
    ),
    (
      "Crimean Tatar",
      "Qırımtatar Milliy Meclisiniñ reisi tünevin Kyivde yañı añlaşmanı imzaladı. Nazir eki memleket arasındaki ticaretniñ bu yıl artacağını ayttı. Körüşüvde energetika ve naqliyat meseleleri de muzakere etildi."
    ),
    (
      "Karakalpak",
      "Qaraqalpaqstan Respublikası Joqarǵı Keńesiniń Baslıǵı keshe Nókis qalasında jańa kelisimge qol qoydı. Ministr eki mámleket arasındaǵı sawda bıyıl eki ese kóbeyedi dep ayttı. Ushırasıwda energetika hám transport máseleleri de kórip shıǵıldı. Universitet rektorı studentler ushın jańa oray ashtı."
    ),
    (
      "Kyrgyz in Latin letters",
      "Kırgız Respublikasının Prezidenti keçee Bişkekte jañı kelişimge kol koydu. Ministr eki ölkö ortosundagı soodanın bıyıl eki ese ösörün ayttı. Jolugushuuda energetika jana transport maseleleri da karaldı. Universitettin rektoru studentter üçün jañı borbor açtı."
    ),
    (
      "Bashkir in Latin letters",
      "Bashqortostan Respublikahı bashlyghy kisä Öföлä yangy kileshew imzalany. Ministr ike il arahyndaghy sauda byjyl ike tapqyr artasaq, tine. Osrashyuza energetika häm transport mäs'älälère qaralny."
    ),
    (
      "Uyghur in Latin letters",
      "Shinjang Uyghur aptonom rayonluq xelq hökümiti tünügün Ürümchide yéngi kélishimge imza qoydi. Ministir ikki dölet otturisidiki sodining bu yil ikki hesse ashidighanliqini éytti. Yighinda énérgiye we qatnash mesililirimu muzakire qilindi."
    ),
    (
      "German",
      "Der Bundespräsident unterzeichnete gestern in Berlin ein neues Abkommen. Der Minister sagte, der Handel zwischen beiden Ländern werde sich in diesem Jahr verdoppeln. Auch Fragen der Energie und des Verkehrs kamen zur Sprache."
    ),
    (
      "English",
      "The president signed a new agreement in London yesterday. The minister said that trade between the two countries would double this year. Energy and transport were discussed at the meeting as well."
    ),
    (
      "English about Kazakhstan",
      "Nursultan Nazarbayev University and Kazatomprom signed a memorandum in Astana. Rector Shigeo Katsu and Galymzhan Pirmatov took part. Qazaqstan Temir Zholy, Samruk-Qazyna and KazMunayGas sent observers from Almaty, Shymkent and Qaraghandy."
    ),
    (
      "Albanian",
      "Presidenti i Republikës së Shqipërisë nënshkroi dje në Tiranë një marrëveshje të re. Ministri tha se tregtia mes dy vendeve do të dyfishohet këtë vit. Në takim u diskutuan edhe çështje të energjisë dhe transportit."
    ),
    (
      "Finnish",
      "Tasavallan presidentti allekirjoitti eilen Helsingissä uuden sopimuksen. Ministeri sanoi, että maiden välinen kauppa kaksinkertaistuu tänä vuonna. Kokouksessa käsiteltiin myös energiaa ja liikennettä."
    ),
    (
      "Hungarian",
      "A köztársasági elnök tegnap Budapesten új megállapodást írt alá. A miniszter szerint a két ország közötti kereskedelem idén megkétszereződik. A találkozón az energia és a közlekedés kérdéseiről is szó volt."
    ),
    (
      "Indonesian",
      "Presiden menandatangani perjanjian baru di Jakarta kemarin. Menteri mengatakan perdagangan antara kedua negara akan berlipat ganda tahun ini. Masalah energi dan transportasi juga dibahas dalam pertemuan itu."
    ),
    (
      "Swahili",
      "Rais alitia saini mkataba mpya jana mjini Dodoma. Waziri alisema biashara kati ya nchi hizo mbili itaongezeka maradufu mwaka huu. Masuala ya nishati na usafiri yalijadiliwa pia katika mkutano huo."
    ),
    (
      "French",
      "Le président a signé hier à Paris un nouvel accord. Le ministre a déclaré que le commerce entre les deux pays doublerait cette année. L'énergie et les transports ont aussi été abordés lors de la réunion."
    ),
    (
      "Polish",
      "Prezydent podpisał wczoraj w Warszawie nową umowę. Minister powiedział, że handel między dwoma krajami podwoi się w tym roku. Na spotkaniu omówiono również sprawy energetyki i transportu."
    ),
    (
      "Russian in Latin letters",
      "Prezident Respubliki Kazakhstan vchera podpisal v Astane novoe soglashenie. Ministr zayavil, chto torgovlya mezhdu dvumya stranami v etom godu udvoitsya. Na vstreche obsudili takzhe voprosy energetiki i transporta."
    ),
    (
      "Kurdish",
      "Serokê herêmê duh li Hewlêrê peymaneke nû îmze kir. Wezîr got ku bazirganiya di navbera her du welatan de dê îsal du qat zêde bibe. Di civînê de mijarên enerjî û veguhastinê jî hatin gotûbêjkirin."
    ),
    (
      "Mongolian in Latin letters",
      "Mongol Ulsyn Yerönkhiilögch öchigdör Ulaanbaatart shine gereend garyn üseg zurlaa. Said khoyor orny khudaldaa ene ond khoyor dakhin ösnö gej khellee."
    ),
    (
      "Basque",
      "Lehendakariak hitzarmen berria sinatu zuen atzo Gasteizen. Sailburuak esan zuen bi herrialdeen arteko merkataritza bikoiztu egingo dela aurten. Energia eta garraio gaiak ere aztertu zituzten bileran."
    ),
  ]

  /// The same in Arabic letters.
  package static let arabic: [(name: String, text: String)] = [
    (
      "Uyghur",
      "شىنجاڭ ئۇيغۇر ئاپتونوم رايونلۇق خەلق ھۆكۈمىتى تۈنۈگۈن ئۈرۈمچىدە يېڭى كېلىشىمگە ئىمزا قويدى. مىنىستىر ئىككى دۆلەت ئوتتۇرىسىدىكى سودىنىڭ بۇ يىل ئىككى ھەسسە ئاشىدىغانلىقىنى ئېيتتى. يىغىندا ئېنېرگىيە ۋە قاتناش مەسىلىلىرىمۇ مۇزاكىرە قىلىندى."
    ),
    (
      "Uyghur without hamza",
      "شىنجاڭ ۇيغۇر اپتونوم رايونلۇق خەلق ھۆكۈمىتى تۈنۈگۈن ۈرۈمچىدە يېڭى كېلىشىمگە ىمزا قويدى. مىنىستىر ىككى دۆلەت وتتۇرىسىدىكى سودىنىڭ بۇ يىل ىككى ھەسسە اشىدىغانلىقىنى ېيتتى."
    ),
    (
      "Arabic",
      "وقع رئيس الجمهورية أمس في القاهرة اتفاقا جديدا. وقال الوزير إن التجارة بين البلدين ستتضاعف هذا العام. كما نوقشت في الاجتماع مسائل الطاقة والنقل، وافتتح رئيس الجامعة مركزا جديدا للطلاب."
    ),
    (
      "Persian",
      "رئیس جمهور دیروز در تهران توافق‌نامه جدیدی امضا کرد. وزیر گفت که تجارت میان دو کشور امسال دو برابر خواهد شد. در این نشست درباره انرژی و حمل و نقل نیز گفتگو شد."
    ),
    (
      "Urdu",
      "صدر نے کل اسلام آباد میں ایک نئے معاہدے پر دستخط کیے۔ وزیر نے کہا کہ دونوں ملکوں کے درمیان تجارت اس سال دوگنی ہو جائے گی۔ اجلاس میں توانائی اور نقل و حمل کے امور پر بھی غور کیا گیا۔"
    ),
    (
      "Sorani Kurdish",
      "سەرۆکی هەرێم دوێنێ لە هەولێر ڕێککەوتنێکی نوێی واژۆ کرد. وەزیر گوتی بازرگانیی نێوان هەردوو وڵات ئەمساڵ دوو هێندە دەبێت. لە کۆبوونەوەکەدا پرسی وزە و گواستنەوەش تاوتوێ کرا."
    ),
    (
      "Kyrgyz",
      "قىرعىز رەسپۇبلىكاسىنىن پرەزىدەنتى كەچەە بىشكەكتە جاڭى كەلىشىمگە قول قويدۇ. مىنىستر ەكى ۅلكۅ ورتوسۇنداعى سوودانىن بىيىل ەكى ەسە ۅسۅرۉن ايتتى. جولۇعۇشۇۇدا ەنەرگەتىكا جانا ترانسپورت ماسەلەلەرى دا قارالدى."
    ),
    (
      "Pashto",
      "ولسمشر پرون په کابل کې نوی تړون لاسلیک کړ. وزیر وویل چې د دواړو هېوادونو ترمنځ سوداګري به سږ کال دوه برابره شي. په غونډه کې د انرژۍ او ټرانسپورټ په اړه هم خبرې وشوې."
    ),
    (
      "Azerbaijani in Arabic letters",
      "آذربایجان جومهورییتی‌نین پرئزیدئنتی دونن باکیدا یئنی ساویش ایمضالادی. ناظیر دئدی کی، ایکی اؤلکه آراسیندا تیجارت بو ایل آرتاجاق. گؤروشده انرژی و نقلیات مسئله‌لری ده موذاکیره اولوندو."
    ),
    (
      "Sindhi",
      "صدر ڪالهه اسلام آباد ۾ هڪ نئين معاهدي تي صحيحون ڪيون. وزير چيو ته ٻنهي ملڪن جي وچ ۾ واپار هن سال ٻيڻو ٿي ويندو."
    ),
    (
      "Ottoman",
      "مجلس مبعوثان دون استانبولده يكی بر قانون قبول ايتدی. ناظر ايكی مملكت آراسنده كی تجارتك بو سنه آرتاجغنی سويلدی."
    ),
  ]
}
