package read

import (
	"strings"
	"testing"

	"golang.org/x/net/html/charset"

	"pacta"
)

// Sentences in many languages, with the character sets that they are kept in.
var charsetTexts = []struct {
	text string
	sets []string
}{
	{"Министры иностранных дел Фредонии и Сильвании подписали в понедельник договор о взаимной помощи. Каждая из сторон обязуется помогать другой, если на неё нападут.", []string{"windows-1251", "koi8-r", "iso-8859-5"}},
	{"Die Außenminister von Fredonien und Sylvanien haben am Montag einen Vertrag über gegenseitige Hilfe unterzeichnet. Er gilt zunächst für fünf Jahre und verlängert sich danach.", []string{"windows-1252"}},
	{"Les ministres des affaires étrangères de Fredonie et de Sylvanie ont signé lundi un traité d'assistance mutuelle ; chaque partie s'engage à aider l'autre dès qu'elle est attaquée.", []string{"windows-1252"}},
	{"Ministrowie spraw zagranicznych Fredonii i Sylwanii podpisali w poniedziałek układ o wzajemnej pomocy. Każda ze stron zobowiązuje się pomóc drugiej, jeżeli zostanie napadnięta.", []string{"iso-8859-2", "windows-1250"}},
	{"Οι υπουργοί Εξωτερικών της Φρεντόνιας και της Συλβανίας υπέγραψαν τη Δευτέρα συνθήκη αμοιβαίας βοήθειας. Κάθε μέρος υποχρεούται να βοηθά το άλλο.", []string{"iso-8859-7", "windows-1253"}},
	{"وقع وزيرا خارجية فريدونيا وسيلفانيا يوم الاثنين معاهدة للمساعدة المتبادلة، ويتعهد كل طرف بمساعدة الآخر إذا تعرض لهجوم.", []string{"windows-1256"}},
	{"Fredonya ve Silvanya dışişleri bakanları pazartesi günü karşılıklı yardım antlaşması imzaladı. Taraflardan biri saldırıya uğrarsa diğeri ona yardım etmeyi taahhüt eder.", []string{"windows-1254"}},
	{"フレドニアとシルバニアの外相は月曜日、相互援助条約に署名した。いずれの当事国も、他方が攻撃された場合には援助することを約束する。", []string{"shift_jis", "euc-jp"}},
	{"弗里多尼亚和西尔瓦尼亚的外交部长星期一签署了互助条约。任何一方受到攻击时，另一方应当给予援助。条约有效期为五年。", []string{"gb18030"}},
	{"弗里多尼亞和西爾瓦尼亞的外交部長星期一簽署了互助條約。任何一方受到攻擊時，另一方應當給予援助。條約有效期為五年。", []string{"big5"}},
	{"프리도니아와 실바니아 외무장관은 월요일 상호원조조약에 서명했다. 한쪽이 공격을 받으면 다른 쪽은 이를 돕기로 약속한다.", []string{"euc-kr"}},
}

func encoded(t *testing.T, text, set string) []byte {
	t.Helper()
	enc, _ := charset.Lookup(set)
	b, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(set, err)
	}
	return b
}

func TestCharsets(t *testing.T) {
	for _, x := range charsetTexts {
		for _, set := range x.sets {
			body := encoded(t, x.text, set)
			for what, page := range map[string]string{
				"bare":            string(body),
				"declared late":   "<!doctype html><html><head><style>" + strings.Repeat("p{} ", 600) + `</style><meta http-equiv="Content-Type" content="text/html; charset=` + set + `"></head><body><p>` + string(body) + "</p></body></html>",
				"declared wrong":  `<!doctype html><html><head><meta charset="utf-8"></head><body><p>` + string(body) + "</p></body></html>",
				"a table of rows": "id,text,date\n1,\"" + string(body) + "\",2031-05-03\n",
			} {
				found := false
				for raw, err := range Open("a", strings.NewReader(page), Options{}) {
					if err != nil {
						t.Fatal(set, what, err)
					}
					for d, err := range Read(raw, Options{}) {
						found = err == nil && strings.Contains(d.Text, x.text)
					}
				}
				if !found {
					t.Errorf("%s, %s: not read as %.20s", set, what, x.text)
				}
			}
		}
	}
}

func TestBrokenUTF8(t *testing.T) {
	for d, err := range Read(&pacta.Raw{Name: "a.txt", Body: []byte("Łódź i Kraków podpisały układ, a \xc5 dalej nic się nie zmieniło.")}, Options{}) {
		if err != nil || !strings.HasPrefix(d.Text, "Łódź i Kraków") || !strings.Contains(d.Text, "\ufffd") {
			t.Errorf("%v, %v", d, err)
		}
	}
}
