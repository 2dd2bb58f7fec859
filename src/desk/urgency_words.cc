// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/urgency.h"

namespace pharos::desk {

// Words are compared without marks ("çalındı" finds "calindi"), a star ends the beginning of a word. Languages without
// spaces are looked through as they stand. Traditional characters are folded to simplified ones.
const UrgencyRow kUrgencyRows[] = {
    {"en", 3,
     "hacked|hijacked|stolen|stole|robbed|drained|compromised|phished|scammed|theft|unauthorized|unauthorised|"
     "not authorized by me|emptied my|broke into|sim swap|sim swapped|fraudulent|frozen|froze my|someone withdrew|"
     "someone withdrawn|someone withdraw|someone took|someone accessed|someone logged|someone using my|someone got "
     "into|"
     "someone changed my|someone transferred|someone sent my|someone moved my|somebody withdrew|somebody withdrawn|"
     "somebody took|somebody accessed|somebody logged|somebody transferred|withdrawn by someone|did not make this|that "
     "i did not make|which i did not make|that i didn't make|which i didn't make|i did not authorize|i didn't "
     "authorize|"
     "did not make that|did not make the|didn't make this|didn't make that|didn't make the|didn't do this|"
     "did not do this|i never made|i never requested|not made by me|wasn't me|was not me|without my permission|"
     "without my knowledge|without my consent|without my authorization|funds are gone|money is gone|coins are gone|"
     "crypto is gone|everything is gone|wiped out|don't recognize|do not recognize|don't recognise|do not recognise",
     "not|never|no|isn't|wasn't|hasn't|haven't|weren't|aren't|didn't|without|nobody|anti|what is|what are|what "
     "does|don't get|doesn't get|won't get|won't be|can't be|cannot be",
     "",
     "if|what happens when|avoid*|prevent*|protect*|in case|could be|can be|can get|can my|could my|can an|would be|"
     "would my|will be|will my|will you|risk|risks|how likely|safe from|ever|how to tell|how do i know|how can i tell|"
     "how would i know|whether|of getting|about getting|from getting|of being|about being|from being|against|insur*|"
     "policy",
     "insurance",
     "if you can|if you could|if possible|if needed|if necessary|if you please|if you need|if you want|as if|even if",
     "but|however|yet|and then|now|because|since|still"},
    {"zh", 4,
     "被盗|盗号|盗走|盗刷|盗取|盗用|遭盗|失窃|被偷|偷走|被黑|黑客|遭黑|骇客|被骇|遭骇|入侵|被骗|诈骗了|遭诈骗|被转走|"
     "转走了|被提走|提走了|被划走|有人提现|有人提币|有人转走|有人登录|有人登入|别人登录|别人登入|他人登录|陌生登录|"
     "陌生人登录|异地登录|有人动了|有人用我|不是我操作|不是我本人|不是我转|不是我提|不是本人|非本人|未经授权|"
     "未经我|未授权|没有授权|没授权|被冻结|遭冻结|冻结了|冻住|资产不见|币不见|钱不见|余额不见|币没了|钱没了",
     "没有|没|未|不是|并非|从未|防|反|不会|会|避免|是否", "",
     "如果|万一|假如|假设|要是|倘若|若|防止|防范|防盗|避免|预防|防被|会不会|是否会|怎么知道|如何知道|怎么判断|如何判断|"
     "什么情况下|为避免|保护|降低|怎样才|怎么才|如何才能不|怎么防|如何防|怎样防|什么是",
     "会怎|会如何|的风险|怎么防|如何防|险吗|保险", "如果可以|如果可能|如果方便|要是可以|如果需要",
     "但是|但|可是|还是|却|结果|因为|现在|然后"},
    {"ja", 8,
     "盗まれ|盗難|不正アクセス|不正ログイン|不正出金|不正送金|不正引き出し|不正利用|不正取引|乗っ取ら|乗っ取り|"
     "乗っとら|ハッキングされ|ハックされ|ハッキング被害|勝手に出金|勝手に送金|勝手に引き出|勝手にログイン|"
     "勝手に取引|身に覚えのない|身に覚えがない|覚えのない|心当たりのない|誰かがログイン|誰かに|他人がログイン|"
     "誰かが出金|誰かが引き出|知らない出金|知らないログイン|知らない端末|凍結され|凍結した|詐欺に遭|詐欺にあ|騙され|"
     "だまされ|抜かれ",
     "",
     "ていません|ていない|ておらず|ていなか|てはいない|てはいません|てません|てない|たわけでは|たことはあり|"
     "たことはない|"
     "たことがない|ではありません|ではない|ではなく|じゃない|ないように|ないため|ない方法|ずに|ません",
     "もし|万が一|万一|仮に|防ぐ|防止|防ぎ|避ける",
     "たら|場合|たとき|た時|のを防|を防|防止|対策|ないよう|ますか|るのは|ると|ることは|ることがあ|を避け|とは|補償",
     "もしよろしければ|もし可能なら|もしできれば|もし良ければ", "けれど|しかし|のに|でも|なので"},
    {"ko", 6,
     "해킹당했|해킹당한|해킹됐|해킹되었|해킹된|해킹을당|해킹피해|해킹당함|도난당했|도난당한|도난됐|도난되었|도용당했|"
     "도용됐|도용되었|탈취당했|탈취됐|탈취되었|무단출금|무단인출|무단접속|무단로그인|누가출금|누군가출금|누군가가출금|"
     "누군가로그인|누군가가로그인|누군가제|누군가가제|누군가내|모르는출금|모르는로그인|모르는기기|내가하지않은|"
     "제가하지않은|제가한게아니|내가한게아니|본인이아닌|동결됐|동결되었|동결되어|동결당했|동결된|사기당했|사기를당했|"
     "털렸|"
     "출금한적이없|출금한적없|로그인한적이없|훔쳐갔|훔쳐간|빼갔|빼간",
     "안|못", "적이없|적은없|적없|것은아니|건아니|것이아니|게아니", "만약|만일|혹시라도|방지|예방",
     "으면|다면|라면|경우|을때|을수|을까봐|방지|예방|막는|막으려|위험|되나요|대비|않게|않으려|보상",
     "혹시 가능하다면|가능하다면|가능하면|괜찮으시다면", "지만|는데|그런데|하지만|그러나"},
    {"ru", 2,
     "взломали|взломан*|взломал*|взлом аккаунта|взлом счета|после "
     "взлома|украли|украден*|украл|украла|похитил*|похищен*|"
     "обокрали|увели|обчистили|мошенники вывели|мошенники украли|мошенники сняли|мошенники получили|обманули мошенники|"
     "попал на мошенник*|попала на мошенник*|обманули|кто-то вывел|кто то вывел|кто-то снял|кто-то перевел|кто-то "
     "зашел|"
     "кто-то вошел|кто-то получил доступ|вывел кто|вывели мои|вывели деньги|вывели средства|вывели все|вывели с моего|"
     "сняли деньги|сняли средства|списали без|сняли без|чужой вход|посторонн* вход|неизвестн* вход|"
     "несанкционированн*|без моего ведома|без моего согласия|без моего разрешения|я не выводил*|я не совершал*|"
     "я не делал*|не я вывел*|это не я|это был не я|заморозили|заморожен*|деньги пропали|средства пропали|"
     "монеты пропали|пропали деньги|пропали средства|пропали все",
     "не|никто|никогда|ни разу", "",
     "если|вдруг|чтобы|что будет|можно ли|защит*|обезопас*|избежать|избегать|предотврат*|риск*|распозна*|когда-нибудь|"
     "в случае|как узнать|как понять|что такое|бывало ли|страх*",
     "", "если можно|если можете|если возможно|если не трудно|если нужно|если надо|если что",
     "но|однако|а|и тут|теперь|потому что|все равно"},
    {"tr", 2,
     "çalındı|çalınmış|çalınmıştır|çalınan|çaldılar|çaldırdım|çalmışlar|çalmış|hacklendi|hacklendim|hacklenmiş|"
     "hacklediler|hacklemişler|heklendi|heklenmiş|hack yedim|hack yedi|ele geçirildi|ele geçirilmiş|ele geçirdiler|"
     "ele geçirmiş|izinsiz çekim|izinsiz işlem|izinsiz giriş|izinsiz çekildi|izinsiz para|yetkisiz|benim yapmadığım|"
     "ben yapmadım|bana ait olmayan|bilgim dışında|bilgim olmadan|haberim olmadan|haberim yokken|iznim olmadan|"
     "rızam dışında|biri çekmiş|biri çekti|birisi çekmiş|birisi çekti|birileri çekmiş|başkası çekti|başkası girdi|"
     "başkası girmiş|biri girmiş|birisi girmiş|biri girdi|dolandırıldım|dolandırıldık|dolandırdılar|donduruldu|"
     "dondurulmuş|dondurdunuz|dondurdular|bloke edildi|bloke edilmiş|bloke oldu|param gitti|coinlerim gitti|"
     "paralarım gitti|boşaltıldı|boşaltılmış|boşaltmışlar|param yok oldu",
     "hiç", "değil",
     "eğer|korumak|korurum|korunurum|korunmak|önlemek|önlerim|önlenir|engellemek|engellerim|kaçınmak|şayet|riski|"
     "ihtimali|nedir",
     "ise|olursa|durumunda|halinde|takdirde|nedir", "mümkünse|eğer mümkünse", "ama|fakat|ancak|yine de|çünkü|lakin"},
    {"vi", 2,
     "bị hack|bị hacker|hack mất|hack rồi|bị trộm|bị đánh cắp|bị lấy cắp|bị mất cắp|bị ăn cắp|ăn trộm|bị cướp|bị lừa|"
     "bị chiếm đoạt|bị chiếm quyền|bị chiếm|bị xâm nhập|bị đóng băng|bị phong tỏa|bị rút sạch|bị rút hết|bị rút trộm|"
     "ai đó rút|ai đó đã rút|có người rút|có người đã rút|người khác rút|kẻ gian rút|kẻ gian|ai đó đăng nhập|"
     "có người đăng nhập|người lạ đăng nhập|người khác đăng nhập|thiết bị lạ|không phải tôi rút|không phải tôi làm|"
     "không phải do tôi|tôi không hề rút|tôi không thực hiện|tôi không rút|không được tôi cho phép|trái phép|"
     "không có sự đồng ý|mất hết tiền|mất sạch|tiền bị mất|coin bị mất|tiền biến mất|coin biến mất",
     "không|chưa|không hề|chưa hề|chưa từng|có thể", "",
     "nếu|trường hợp|tránh|phòng tránh|phòng chống|đề phòng|ngăn chặn|bảo vệ|nguy cơ|làm sao biết|để không|"
     "khỏi bị|bao giờ bị|chống bị|sẽ bị|là gì",
     "thì sao", "nếu được|nếu có thể|nếu cần", "nhưng|nhưng mà|vẫn|bây giờ|vì"},
    {"es", 3,
     "hackearon|hackeada|hackeado|hackearan|jaquearon|jaqueada|jaqueado|jackearon|robaron|robado|robada|robaran|"
     "sustrajeron|estafaron|estafado|estafada|alguien retiró|alguien ha retirado|alguien sacó|alguien entró|"
     "alguien accedió|alguien ingresó|alguien inició|alguien transfirió|alguien cambió mi|retiro que no hice|"
     "retiros que no hice|retiro que yo no|que no hice yo|no fui yo|yo no hice|no reconozco|no autorizado|"
     "no autorizada|no autorizados|no autoricé|sin mi autorización|sin mi permiso|sin mi consentimiento|sin mi "
     "conocimiento|"
     "vaciaron|vaciado mi|comprometida|congelada|congelado|congelaron|congelados|suplantaron|desaparecieron mis|"
     "desapareció mi|ha desaparecido mi",
     "no|nunca|jamás|tampoco|ni|sin", "",
     "si me|si mi|si alguien|si nos|si una|si la|si un|si el|si hay|si fue|si ha|si han|si es|si son|qué pasa|qué "
     "pasaría|"
     "evitar|evito|prevenir|prevengo|proteger*|protejo|en caso|podría ser|podrían|puede ser|pueden ser|cómo saber|"
     "cómo sé|riesgo|para que no|alguna vez|qué es|seguro contra|qué significa",
     "", "si puede|si pueden|si puedes|si es posible|si pudieran|si fuera posible|si es necesario|si hace falta",
     "pero|sin embargo|aunque|y ahora|porque|ya que"},
    {"pt", 3,
     "hackearam|hackeada|hackeado|hackiaram|hackeram|rackearam|invadiram|invadida|invadido|roubaram|roubada|roubado|"
     "roubados|furtaram|furtado|furtada|caí num golpe|caí em um golpe|caí em golpe|caí no golpe|fui enganad*|golpista*|"
     "fui roubad*|alguém sacou|alguém retirou|alguém entrou|alguém acessou|alguém transferiu|alguém está usando|"
     "sacaram meu|sacaram minha|sacaram tudo|sacaram todo|tiraram meu|tiraram tudo|saque que não fiz|"
     "saques que não fiz|saque que eu não|que não fui eu|não fui eu|não reconheço|não autorizado|não autorizada|"
     "não autorizados|não autorizei|sem minha autorização|sem meu consentimento|sem minha permissão|sem eu saber|"
     "congelada|congelado|congelaram|congelados|esvaziaram|zeraram|limparam minha|comprometida|clonaram|clonado|"
     "sumiu meu|sumiram meus|meu dinheiro sumiu|meu saldo sumiu",
     "não|nunca|jamais|nem|sem", "",
     "se minha|se meu|se a|se o|se alguém|se eu|se for|se fui|se uma|se um|se me|caso a|caso minha|caso meu|em caso|"
     "caso seja|o que acontece|evitar|evito|prevenir|proteger*|protejo|como saber|como sei|risco|pode ser|podem ser|"
     "poderia ser|para não|alguma vez|o que é|seguro contra",
     "", "se possível|se for possível|se puder|se puderem|se for preciso|se for necessário",
     "mas|porém|entretanto|contudo|mesmo assim|e agora|porque|pois"},
    {"th", 8,
     "ถูกแฮก|ถูกแฮ็ก|ถูกแฮค|ถูกแฮ็ค|โดนแฮก|โดนแฮ็ก|โดนแฮค|โดนแฮ็ค|ถูกขโมย|โดนขโมย|ขโมยเงิน|ขโมยเหรียญ|โดนโกง|ถูกโกง|โดนหลอก|"
     "ถูกหลอก|มีคนถอน|มีคนโอน|มีคนเข้า|มีคนล็อกอิน|มีคนแอบ|คนอื่นเข้า|คนอื่นถอน|ใครไม่รู้|ไม่ได้เป็นคนถอน|ไม่ได้ถอนเอง|"
     "ผมไม่ได้ถอน|ฉันไม่ได้ถอน|ไม่ได้ทำรายการ|ไม่ใช่ผมทำ|ไม่ได้เป็นคนทำ|โดยไม่ได้รับอนุญาต|ถูกอายัด|โดนอายัด|ถูกระงับ|"
     "โดนระงับ|ถูกแช่แข็ง|เงินหาย|เหรียญหาย|โดนดูดเงิน|ถูกดูดเงิน|ถูกสวมรอย|โดนสวมรอย",
     "ไม่ได้|ไม่เคย|ยังไม่|ไม่|จะ|อาจ", "",
     "ถ้า|หาก|กรณี|ป้องกัน|หลีกเลี่ยง|กลัว|เพื่อไม่ให้|ไม่ให้|เผื่อ|วิธีสังเกต|รู้ได้อย่างไรว่า|รู้ได้ยังไงว่า|จะรู้|เสี่ยง|เคย", "จะเกิด|ได้หรือไม่|คืออะไร",
     "ถ้าเป็นไปได้|หากเป็นไปได้|ถ้าได้", "แต่|เพราะ|ตอนนี้"},
    {"ar", 6,
     "اختراق حسابي|اخترق حسابي|اخترقوا|تم اختراق|مخترق|اختراق محفظتي|تهكير|تهكر|هكروا|هكر حسابي|سرقة حسابي|سرقت|سرقوا|"
     "سرق حسابي|سرق أموالي|تمت سرقة|تم سرقة|مسروق|شخص سحب|أحدهم سحب|سحب أحدهم|سحب شخص|حد سحب|سحب غير مصرح|غير مصرح|"
     "سحب لم أقم به|لم أقم بهذا|لم أقم به|لست أنا من|بدون إذني|دون إذني|بدون علمي|دون علمي|بدون موافقتي|دون موافقتي|"
     "شخص دخل|أحدهم دخل|دخل شخص|دخول غريب|تم تجميد|جمدتم|جمدوا|حسابي مجمد|مجمد|احتالوا|نصبوا|تعرضت للاحتيال|"
     "تعرضت للسرقة|تعرض حسابي|اختفت أموالي|اختفى رصيدي|اختفت",
     "لم يتم|لم|ليس|لن|ما|عدم|ضد|يكون", "",
     "إذا|اذا|لو|ماذا يحدث|ماذا سيحدث|في حال|في حالة|أحمي|حماية|أتجنب|تجنب|لمنع|منع|هل يمكن|كيف أعرف|كيف اعرف|خطر|"
     "الوقاية|ما هو|تأمين ضد",
     "", "إذا أمكن|اذا امكن|لو سمحت|لو سمحتم|لو تكرمت|إذا كان ممكنا", "لكن|ولكن|الآن|لأن"},
};
const std::size_t kUrgencyRowCount = sizeof kUrgencyRows / sizeof kUrgencyRows[0];

}  // namespace pharos::desk
