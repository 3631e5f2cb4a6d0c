import Testing
import Values

struct LanguageDetectionTests {
  @Test(arguments: [
    ("en", "The ferry leaves at seven, and whoever comes too late has to wait until the evening."),
    ("de", "Die Fähre legt um sieben ab, und wer zu spät kommt, muss bis zum Abend warten."),
    ("fr", "Le bac part à sept heures, et ceux qui arrivent trop tard doivent attendre le soir."),
    ("es", "El barco sale a las siete y quien llegue tarde tendrá que esperar hasta la noche."),
    ("pt", "O barco sai às sete, e quem chegar atrasado não pode entrar e tem de esperar até à noite."),
    ("it", "Il traghetto parte alle sette, e chi arriva in ritardo deve aspettare fino a sera."),
    ("nl", "De veerboot vertrekt om zeven uur, en wie te laat komt moet tot de avond wachten."),
    ("sv", "Färjan går klockan sju, och den som kommer för sent måste vänta till kvällen."),
    ("fi", "Lautta lähtee seitsemältä, ja myöhästyneiden on odotettava iltaan asti."),
    ("pl", "Prom odpływa o siódmej, a kto się spóźni, ten musi czekać do wieczora."),
    ("cs", "Přívoz odplouvá v sedm hodin a kdo přijde pozdě, musí čekat až do večera."),
    ("hu", "A komp hét órakor indul, és aki elkésik, annak estig kell várnia a parton."),
    ("ro", "Feribotul pleacă la ora șapte, iar cine întârzie trebuie să aștepte până seara."),
    ("tr", "Feribot saat yedide kalkıyor ve geç kalanların akşama kadar beklemesi gerekiyor."),
    ("vi", "Phà khởi hành lúc bảy giờ, ai đến muộn thì phải chờ đến tối mới có chuyến khác."),
    ("id", "Kapal itu berangkat jam tujuh karena cuaca buruk, jadi mereka bisa menunggu di rumah saja."),
    ("ru", "Паром отходит в семь часов, и тому, кто опоздает, придётся ждать до вечера."),
    ("uk", "Пором відходить о сьомій годині, і хто запізниться, мусить чекати до вечора."),
    ("bg", "Фериботът тръгва в седем часа и който закъснее, трябва да чака до вечерта."),
    ("ar", "تغادر العبارة في الساعة السابعة ومن يتأخر عليه أن ينتظر حتى المساء"),
    ("fa", "کشتی ساعت هفت حرکت می‌کند و هر که دیر برسد باید تا شب منتظر بماند"),
    ("ur", "کشتی سات بجے روانہ ہوتی ہے اور جو دیر سے آئے اسے شام تک انتظار کرنا پڑتا ہے"),
    ("hi", "नाव सात बजे चलती है और जो देर से आता है उसे शाम तक इंतज़ार करना पड़ता है"),
    ("el", "Το πλοίο φεύγει στις επτά"), ("he", "המעבורת יוצאת בשבע"), ("th", "เรือออกเวลาเจ็ดโมง"),
    ("ja", "フェリーは七時に出ます"), ("ko", "배는 일곱 시에 떠납니다"), ("zh-Hans", "渡船七点开，来晚的人要等到晚上"),
    ("zh-Hant", "渡船七點開，來晚的人要等到晚上"), ("ka", "ბორანი შვიდ საათზე გადის"), ("hy", "Լաստանավը մեկնում է ժամը յոթին"),
  ])
  func `tells the language of a sentence`(tag: String, text: String) throws {
    let detected = try #require(detectLanguage(text))
    #expect(detected.tag == tag)
    #expect(detected.confidence > 0.9 && detected.confidence <= 1)
  }

  @Test(arguments: ["", "12 345", "!?", "OK", "Sofia", "v2.0", "中", "a3f5b9c1d2e4f6a7b8c9d0e1f2a3b4c5", "Ł"])
  func `tells nothing of what is too short or no text`(text: String) {
    #expect(detectLanguage(text) == nil)
  }

  @Test func `doesn't mind capitals`() {
    #expect(detectLanguage("WER ZU SPÄT KOMMT, MUSS BIS ZUM ABEND WARTEN")?.tag == "de")
  }

  @Test func `looks at all parts of a long text`() {
    let menu = String(repeating: "Home Login Shop Blog Forum News Video Audio Photo Radio. ", count: 20)
    let body = String(
      repeating: "Die Fähre legt um sieben ab, und wer zu spät kommt, muss bis zum Abend warten. ", count: 200)
    #expect(detectLanguage(menu + body)?.tag == "de")
  }
}
