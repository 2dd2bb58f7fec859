// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/telling_words.h"

// Written by hand: pronouns, articles, prepositions, question words, auxiliaries, and what people in trouble say.
// Words that are also common in the neighbour language stand in both rows, where they cancel out.
namespace pharos::text {

inline constexpr TellingRow kTellingRows[] = {
    {"en", "Latn", u"",
     u"a about after again all already also am an and any anyone are aren't as asked at back be because been before "
     u"being between both but by can can't cannot cant change check correct could couldn't delete did didn't didnt do "
     u"does doesn't doesnt doing don't done dont during each ever every failed find first forgot from get gets getting "
     u"give go going got had happens has hasn't have haven't having he help her here him his how i i'd i'm i've if im "
     u"in instead into is isn't isnt it it's its ive just keep keeps know last left like long lost made make makes "
     u"many "
     u"may me mean means missing more most much must my myself name near need never new no not nothing of off on one "
     u"only or other our out over own please see send sent she should show shows since so some someone something "
     u"still stuck such take takes than that that's the their them then there these they thing this those through to "
     u"too took trying turn two under until up us use used using want was wasn't way we well were what what's when "
     u"where which while who whom whose why will with within without won't wont work working would wrong year years "
     u"yet you your yours",
     u"ing ings tion tions ation ment ments ness able ible ably ally ight ough ould wn ck sh th ful less ship ous ity "
     u"ies ed ly ers ent ew ow"},
    {"es", "Latn", u"áéíñóúü",

     u"por_qué lo_que el_que en_el a_la de_la a ahora al algo alguien algún alguna antes aparece aquí así aún ayuda "
     u"bien cada cambiar casi cómo como con cuál "

     u"cuáles cualquier cuándo cuando cuánta cuánto cuántas cuántos cuanto de debo del desde después día días donde "

     u"dónde durante el él ella ellos en entre era es esa ese eso está estaba están estas este esto estoy fue "

     u"fueron funciona gracias ha había hace hacer hago han hasta hay he hizo hola la las le les llega lo los luego "

     u"llegó más me mi mis mismo mucho muy nada ni ningún no nos nuestro número olvidé otra otras otro otros para pero "
     u"perdí "

     u"por porque porqué primero puedo puede pueden qué que quién quiénes quien quiere quiero quisiera recuperar sale "

     u"se "

     u"sea ser si sí sido siempre sin sobre solo sólo son soy su sus también tan te tengo tiempo tiene tienen todo "

     u"todos tu "

     u"tus un una unas uno unos usar usted veo vez y ya yo",
     u"ción cion ciones dad dades miento mientos mente ando iendo aron ieron ado ada ados adas ido ida idos idas ar er "
     u"ir arse irse oso anza illo eza ía ías aba aban ría encia ancia able ible os as"},
    {"pt", "Latn", u"áâãàçéêíóôõúü",
     u"o_que que_o é_o é_a qual_o qual_a qual_é para_o a agora ainda algo alguém algum ao aos aparece após aqui as às "
     u"assim até atrás bem boa cada cadê coisa com como "
     u"consigo conseguir consegue da das de dela dele demora depois desde deve do dos durante e é ela eram ele eles em "
     u"entre era essa esse esta está estão este estou eu faço fazer faz foi foram funciona há isso já lhe mais mas me "
     u"mesmo meu meus mim minha minhas mudar muito na nada não nas nem nenhum no nome nos nós nossa novo num número o "
     u"obrigado oi olá onde os ou outra outras outro outros para pela pelo pelos perdi poderia pode podem por porque "
     u"porquê posso "
     u"pra pouco preciso primeira primeiro qual quais qualquer quando quanta quanto quantas quantos que quê quem "
     u"quer "
     u"quero "
     u"são se seja sem sempre ser será seu seus sim só sobre sou sua suas também tem têm tempo tenho ter tinha todo "
     u"todos trocar tudo um uma umas uns usar vezes você vocês vou é",
     u"ção cao ções coes dade dades mento mentos mente ando endo indo aram eram iram ado ada ados adas ido ida idos "
     u"idas ar er ir agem eiro eira ões ão ou inho vel veis ência ncia encia ança ia os as am em iu eu avam iam ores"},
    {"fr", "Latn", u"àâæçèéêëîïôœùûüÿ",
     u"a ai ainsi alors après argent assez au aucun aucune aussi autre autres aux avant avec avez avoir avons beaucoup "
     u"bien bonjour c' ça car ce cela celle celui ces cet cette chaque chez combien comme comment compte d' dans de "
     u"depuis dernier des deux disparu doit donc dont du elle elles en encore entre es est et étaient était été être "
     u"eux fait faire faut fois font ici il ils j' jamais je l' la laquelle le lequel les leur leurs lors lorsque lui "
     u"m' "
     u"ma mais me même mes mettre mon monde n' ne ni nom non nos notre nous on ont où ou oublié par parce pas pendant "
     u"peu peut peux plus plusieurs pour pourquoi pouvez première premier puis puis-je qu' quand que quel quelle "
     u"quelles quels quelqu'un qui quoi reçu rien s' sa sans se sera ses si soit son sont sous suis sur t' ta toujours "
     u"tous tout toute toutes très trop trouver trouve tu un une utiliser vers veux voir votre vos vous y",
     u"tion tions ation ment ments té ée és ées er ez eur euse eux aux eau eaux ique iques age ance ence ais ait aient "
     u"oir ire able ible"},
    {"de", "Latn", u"äöüß",
     u"aber alle alles als also am an andere anderen auch auf aus bei beim bekomme bin bis bitte da dann das dass dem "
     u"den denn der des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines "
     u"er erst es etwas euch fehlt für funktioniert gegen geht gibt habe haben hallo hast hat hatte heute hier ich ihm "
     u"ihn ihr ihre im immer in ins ist ja jahr jede jeder jetzt kann kannst kein keine keinen können könnte lange man "
     u"mein meine meinem meinen meiner mehr mich mir mit möchte muss müssen nach neue nicht nichts noch nur ob oder "
     u"ohne "
     u"schon sehr sein seine seit sich sie sind so soll sollte über überhaupt um und uns unter vergessen viel viele "
     u"vom "
     u"von vor wann war waren warum was weil welche welchem welchen welcher welches wenn wer werde werden wie wieder "
     u"wieso wieviel will wir wird wo wofür woher wurde wurden zu zum zur zurück zwei zwischen",
     u"ung ungen keit heit lich liche lichen isch ische ischen en er tzt cht ht ieren iert schaft ern eln em te ten"},
    {"it", "Latn", u"àèéìîòóù",
     u"a abbia adesso ai al alla alle allo altri altro anche ancora anni anno bene c'è che chi ci ciao come con cosa "
     u"cos'è così cui d' da dal dalla dalle degli dei del della delle dello devo di dopo dove due e è ed era essere fa "
     u"fare fatto fino fra funziona gli grazie ha hanno ho i il in io l' la le lei lo loro lui ma mai mi mia miei mio "
     u"molto ne negli nel nell' nella nelle nessun nessuno niente noi non nostro nuovo o ogni per perché però più poi "
     u"possiamo posso prima può puoi qual quale quali quando quanta quanto quanti quello questa queste questi questo "
     u"qui sei sempre senza si sia siamo sono sta stato su sua sugli sul sulla suo suoi tempo ti tra tu tua tuo tutti "
     u"tutto un un' una uno usare vi voglio vorrei vostro",
     u"zione zioni ità mente mento menti are ere ire ato ata ati ate ito ita uto uti ggio aggio oso ico ica ezza ando "
     u"endo anza enza are ario"},
    {"nl", "Latn", u"áéëïóöü",
     u"aan al alle als altijd ander andere bij ben bent daar dan dat de den deze die dit doe doen door dus een één en "
     u"er "
     u"gaat geen geld gebruiken geweest goed haar had heb hebben heeft hem het hier hij hoe hoelang hoeveel hun iemand "
     u"iets ik in is ja je jij jouw kan kun kunnen kwijt maar maak maken me meer men met mij mijn moet moeten mogen na "
     u"naar niet niets nieuwe nog nooit nu of om omdat onder ons onze ook op over te tegen toch toen tot u uit uw van "
     u"vanaf vergeten veel via voor waar waarom wanneer want waren was wat we weer wel welk welke werd werken werkt "
     u"wie "
     u"wij wil worden wordt zal ze zelf zich zij zijn zo zonder zou",
     u"ing ingen heid lijk lijke en eren eerd tie ties aar oek teit"},
    {"pl", "Latn", u"ąćęłńóśźż",
     u"a aby albo ale bardzo bez bo by być był była było były był chcę ci co coś czas czasu czego czemu czy dla "
     u"dlaczego do dwa gdy "
     u"gdzie go i ich ile im ja jak jaka jaki jakie jako je jego jej jest jestem jeśli jeszcze już kiedy kto która "
     u"które "
     u"który ma mam mi mnie moje moja mogę może można mój mojego na nad nie nic niego nowy o od oraz po pod podczas "
     u"ponieważ proszę przed przez przy roku są się skąd swój ta tak także tam te tego tej ten teraz to trzeba tu "
     u"tylko w "
     u"wszystko z za zapomniałem zawsze ze że został",
     u"ość ości anie enie ania enia ować ach ami ego emu ych ski ska ać ić yć ów"},
    {"tr", "Latn", u"âçğıîöşüû",
     u"ne_zaman ne_kadar acaba ama ancak artık az bana bazı ben beni benim bile bir biri biraz biz bu bunu bunun böyle "
     u"çok da daha dair "
     u"de "
     u"değil değildir diye edebilirim edemiyorum edilir edildi eden ederim etmek etti fakat gelmedi gelmiyor gerekir "
     u"gerekiyor gibi göre hala "
     u"hangi hangisi hangileri hani hem hep hepsi her hesabım hesabımı hiç için iki içinde ile ilgili ilk ise "
     u"istiyorum "
     u"kaç kaçtır kadar kendi ki kim kimdir kimin kimse lazım lütfen mı mi midir mu mü mıdır misiniz ne neden nedeni "
     u"nedir neler nelerdir nerede nerededir neydi neyin neredeyse nereden nereye neye niçin nasıl niye o olan olarak "
     u"oldu olduğu "
     u"olduğunu oldum olmuş olur olmak olması onay onun önce para param peki sadece siz şey şifremi şu tane tarafından "
     u"tüm üzerinde unuttum var vardır ve veya ya yapabilirim yapamıyorum yapılır yapıldı yapmak yaptı yerine yok "
     u"yoksa "
     u"yıl yılında zaman",
     u"lar ler ları leri larda lerde larının lerinin mak mek maktadır mektedir yor iyor ıyor uyor üyor dır dir dur dür "
     u"tır tir tur tür dı di du dü tı ti mış miş muş müş ım im um üm sı si su sü lık lik luk lük ydi ydı nın nin nun "
     u"nün ın ında inde ından inden ması mesi madı medi eme ama abilir ebilir nedir"},
    {"vi", "Latn", u"àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
     u"ai anh bạn bao báo bằng bị biết các cách cái cần cho chỉ chưa có của cùng cũng đã đang đâu để đến đi điều "
     u"định đó đổi đợi được gì giờ giúp hãy hay hết hoặc hơn hỏi không khi là làm lại lâu lên lúc mà mất mấy mình "
     u"mới một muốn nào này năm nên nếu ngày ngoài người nhận nhất nhiêu nhiều nhưng như những nó nhập ở phải qua quên "
     u"ra rằng rất rồi "
     u"sang sao sau sẽ số sử tại tất theo thế thể thì thêm tiền tới tôi trên trong trước từ tự và vào vẫn vậy về vì "
     u"việc với vụ xin xong",
     u""},
    {"id", "Latn", u"",
     u"ada adalah agar akan akun anda apa apakah atau bagaimana bagi banyak baru belum berapa berhasil bisa bukan cara "
     u"dalam dan dana dapat dari dengan di harus hilang ia ini itu jika juga kami kapan karena kata kapan ke kenapa "
     u"kepada ketika kita lagi lain lama lebih lupa mana masih masuk melakukan mengapa mengganti menggunakan menjadi "
     u"mereka oleh pada perlu pernah saat sandi saja sampai sangat satu saya sebagai sebelum secara sedang seperti "
     u"setelah siapa sudah supaya tahun tanpa tarik telah tersebut terhadap tetapi tidak tolong uang untuk yang",
     u"kan nya kah lah asi an"},
    {"ru", "Cyrl", u"абвгдежзийклмнопрстуфхцчшщъыьэюяё",
     u"а без бы был была были было быть в вам вас ваш во вот все всё вы где да деньги для до если есть еще ещё же за "
     u"зачем и из или им их к как какая какие какой каком каким когда кого кому кто куда ли мне меня могу можно мой "
     u"моя "
     u"моего мы на надо не него нельзя нет ни никак но ну нужно о об он она они от откуда по под пока помогите "
     u"пожалуйста почему при пришли пришел про с свой себя сейчас сколько со стало так также там то того тоже только "
     u"тот у уже хочу чего чем что чтобы эта эти это этого этой этот я",
     u""},
    {"uk", "Cyrl", u"абвгдежзийклмнопрстуфхцчшщьюяєіїґ",
     u"а або але без вивести кошти рахунок би була були було бути був в вам вас ваш ви від він вже все всі вона вони "
     u"где гроші для до "
     u"допоможіть дуже є з за зараз зі і із її їх й його кого коли ли мені мене мій моя може можна можу ми на навіщо "
     u"над не нема немає ні ніж о ось прийшли працює про при під після потрібно прошу скільки ся та так також там те "
     u"ти то того тому треба тут у хочу хто це цей ця чи чого чому чим ще що щоб я яка який які якщо як якої",
     u""},
    {"be", "Cyrl", u"абвгдежзйклмнопрстуфхцчшыьэюяёіў",
     u"а але альбо без бы была быў быць вы гэта гэты да дзе для ён є ёсць з за і каб калі каго не няма мне мой мяне мы "
     u"на навошта нельга ні пад пасля пры пра скажыце так там трэба тут у усе хачу хто ці чаму што я як яна яны які "
     u"якая",
     u""},
    {"bg", "Cyrl", u"абвгдежзийклмнопрстуфхцчшщъьюя",
     u"а ако аз без беше били в ви време все във вече да до е за защо и или им има искам как каква какво какъв кога "
     u"когато кое които който колко къде ли ме ми мога може моля моя моят на не него нещо ни но няма от пари по под "
     u"преди при с са само си след със съм сте също така там те това този тук това трябва че чрез ще",
     u""},
    {"ar", "Arab", u"ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيً",
     u"أموالي اموالي الحساب أن أنا أو أي أين إذا إلى التي الذي الذين ان انا او اي اين اذا الى اللي بعد بين تم حتى "
     u"حسابي خلال على عليه عن "
     u"عند عندما عندي فلوسي في فيه قبل قد كان كانت كل كم كما كيف لا لان لأن لدي لكن لم لماذا لما له لها لي ليس ليش ما "
     u"ماذا ماهو ماهي متى "
     u"مش من منذ نسيت هذا هذه هل هناك هو هي وهل وما وكيف يا يتم يمكن يمكنني يكون",
     u""},
    {"fa", "Arab", u"ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهیيً",
     u"آن آیا از است اگر ام او اید این با باید بر برای بود بودن به بی تا تر چرا چطور چقدر چگونه چند چه چی چیست خود "
     u"در دیگر را رمز شد شده شود فراموش کجا کجاست کرد کردم کرده کردن کنم کنید کنیم که کی ما من مرا می میشود میکنم نمی "
     u"نمیشود "
     u"نیست ها های هایی هر هم همه هنوز و واریز پول پولم یا یک",
     u""},
    {"ur", "Arab", u"ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےۓ",
     u"آپ اپنا اپنے اپنی اس اور ایک بھی پر پیسے تک تھا تھی تو جا جب جو چاہتا چکا رہا رہی رہے سکتا سکتے سے کا کب کتنا "
     u"کتنے کر کرنا کرنے کریں کو کوئی کون کہ کہاں کی کیا کیسے کیوں کے گیا گئی لیے مجھے میرا میری میرے میں نہیں نے وہ "
     u"ہو "
     u"ہوا ہوں ہے ہیں یہ یا",
     u""},
};
inline constexpr std::size_t kTellingRowCount = sizeof(kTellingRows) / sizeof(kTellingRows[0]);
static_assert(kTellingRowCount <= kMostTellingRows);

}  // namespace pharos::text
