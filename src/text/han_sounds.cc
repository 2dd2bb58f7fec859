// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/han_sounds.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

namespace pharos::text {
namespace {

// A syllable, then the characters that are read so: Unicode's kMandarin, as ICU's Han-Latin gives it (a test holds the
// two together). Kept here because ICU takes a quarter of a second to give it.
constexpr std::u16string_view kSounds =
    u"a啊嗄锕阿ai哀哎唉嗌嗳埃嫒挨捱暧爱瑷癌皑矮砹碍艾蔼锿隘霭an俺埯安岸庵按揞暗案桉氨犴胺菴谙铵鞍鹌黯ang昂盎肮ao傲凹嗷"
    u"坳奥媪岙廒懊拗敖澳熬獒翱聱螯袄遨鏊鏖骜鳌ba八叭吧坝岜巴扒把拔捌灞爸疤笆粑罢耙芭茇菝跋钯霸靶魃鲅bai佰拜捭掰摆擘柏"
    u"白百稗败ban伴办半坂姅扮扳拌搬斑板版班瓣瘢癍绊舨般钣阪颁bang傍帮梆棒榜浜磅绑膀蒡蚌谤邦镑bao保勹包堡孢宝报抱暴煲爆"
    u"胞苞葆薄褒褓豹趵鑤铇雹饱鲍鸨龅bei倍北卑呗备孛悖悲惫揹杯焙狈碑碚背蓓被褙贝辈邶鐾钡陂鞴鹎ben坌奔本畚笨苯贲锛beng嘣"
    u"崩泵甏甭绷蹦迸bi俾匕吡哔壁妣婢嬖币庇庳弊弼彼必愎敝比毕毖毙沘滗濞狴璧畀痹痺碧秕笔筚箄箅篦臂舭荜荸萆蓖蔽薜裨襞诐跸"
    u"逼避鄙铋闭陛髀鼻bian便匾卞变弁忭扁汴煸砭碥窆笾缏编苄蝙褊贬辨辩辫边遍釆鞭鳊biao婊彪杓标灬瘭膘表裱镖镳飑飙飚骠髟鳔"
    u"bie别憋瘪蹩鳖bin傧宾彬摈斌槟殡滨濒玢缤膑豳镔髌鬓bing丙兵冫冰并摒柄炳病禀秉邴鉼饼bo亳伯剥勃博卜啵帛拨搏播檗波渤玻"
    u"礴箔簸脖膊舶菠蘗跛踣钵钹铂饽驳鹁bu不卟哺埔埠布怖捕晡步瓿簿补誧逋部醭钚钸ca嚓擦礤cai彩才材猜睬菜蔡裁财踩采can参孱"
    u"惨惭掺残灿璨粲蚕餐骖黪cang仓伧沧舱苍藏cao嘈操曹槽漕糙艚艹草螬ce侧册厕恻测策cen岑涔ceng噌层曾蹭cha叉姹察岔差插搽"
    u"杈查槎檫汊猹碴茬茶衩诧锸镲馇chai侪拆柴瘥虿豺钗chan产儳冁婵巉廛忏搀毚潺澶禅缠羼蒇蝉蟾觇谄谗躔铲镡阐颤馋骣chang伥"
    u"倡偿厂唱场娼嫦尝常徜怅惝敞昌昶氅猖畅肠苌菖阊鬯鲳chao勦吵嘲巢怊抄晁朝潮炒焯耖超钞che坼屮彻扯掣撤澈砗车chen嗔宸尘"
    u"忱抻晨榇沉琛疢瞋碜臣衬谌谶趁辰郴陈龀cheng丞乘呈城埕塍惩成承撑晟枨柽橙澄瞠秤称程蛏裎诚逞酲铖骋chi侈傺叱吃呎哧啻嗤"
    u"坻墀媸尺弛彳持敕斥池炽痴瘛眵笞篪翅耻茌蚩螭褫赤踟迟饬驰魑鸱齿chong充冲宠崇忡憧舂艟茺虫铳chou丑仇俦帱惆愁抽畴瘳瞅"
    u"稠筹绸臭裯踌酬雠chu亍储出刍初厨处怵憷搐杵楚楮樗橱歜滁畜矗础绌蜍褚触蹰躇锄除雏黜chuai啜嘬揣搋膪踹chuan串传喘巛川"
    u"椽氚穿舛舡船遄钏chuang创幢床怆疮窗闯chui吹垂捶棰椎槌炊箠锤陲chun唇春椿淳纯莼蝽蠢醇鹑chuo戳绰踔辍辶龊ci伺刺呲慈次"
    u"此瓷疵磁祠糍茈茨词赐辞雌鹚cong丛从匆囱枞淙琮璁聪苁葱骢cou凑腠辏cu促徂殂猝簇粗蔟蹙蹴酢醋cuan撺汆爨窜篡蹿镩cui催啐"
    u"崔悴摧榱毳淬璀瘁粹翠脆萃cun吋存寸忖村皴cuo厝嵯挫措搓撮痤矬磋脞蹉锉错鹾da哒嗒大妲怛打搭沓瘩笪答耷褡跶达靼鞑dai代"
    u"傣呆呔埭岱带待怠戴歹殆玳甙绐袋贷迨逮骀黛dan丹但儋单啖啗弹惮担掸旦殚氮淡澹疸瘅眈箪耽聃胆萏蛋诞赕郸dang儅党凼宕当"
    u"挡档砀荡菪裆谠铛dao倒刀刂到叨导岛忉悼捣氘焘盗祷稻纛蹈道de地得德的锝deng凳噔嶝戥灯登瞪磴等簦蹬邓镫di低啲嘀堤娣嫡"
    u"帝底弟抵敌柢棣氐涤滴牴狄睇砥碲笛第籴缔羝翟荻蒂觌诋谛迪递邸镝骶dian佃典坫垫奠巅店惦掂殿淀滇点玷电甸癜癫碘簟踮钿阽"
    u"靛颠diao凋刁叼吊彫掉碉调貂钓铞铫雕鲷die叠哋喋嗲垤堞揲爹牒瓞碟绖耋蝶谍跌蹀迭鲽ding丁仃叮啶定玎疔盯碇耵腚订酊钉铤"
    u"锭顶鼎diu丢铥dong东侗冬冻动咚垌岽峒恫懂栋氡洞湩硐胨胴董鸫dou兜抖斗枓痘窦篼脰蔸蚪豆逗都陡du嘟堵妒度杜椟毒渎渡牍犊"
    u"独督睹碡笃肚芏蠹读赌镀髑黩duan断椴段煅短端簖缎耑锻dui兑堆对怼憝碓镦队dun吨囤墩惇敦沌炖盹盾砘礅趸蹲遁钝顿duo剁咄"
    u"哆哚垛堕多夺惰掇朵柁缍舵裰跺踱躲铎e俄厄呃噩垩娥婀屙峨恶愕扼腭苊莪萼蛾詻讹谔轭遏鄂锇锷阏颚额饿鳄鹅鹗ei诶en嗯恩摁"
    u"蒽er二佴儿尔洱珥而耳贰迩铒饵鲕鸸fa乏伐发垡法珐砝筏罚阀fan凡反墦帆幡梵樊泛烦燔犯畈番矾繁繙翻范蕃藩蘩贩蹯返钒饭fan"
    u"g仿匚坊妨彷房放方枋纺肪舫芳访邡钫防鲂fei匪吠啡妃屝废悱扉斐榧沸淝狒痱篚绯翡肥肺腓芾菲蜚诽费镄霏非飞鲱fen份偾分吩"
    u"坟奋忿愤棻棼氛汾瀵焚粉粪纷芬酚鲼鼢feng丰俸冯凤唪奉封峰枫沣烽疯砜缝葑蜂讽逢酆锋风fou否缶fu付伏伕佛俘俯傅凫副匐呋"
    u"呒咐复夫妇孚孵富幅幞府弗怫扶抚拂拊敷斧服桴氟浮涪滏父甫砩祓福稃符绂绋缚罘肤腐腑腹艴芙芣苻茯莩菔蚨蜉蝠蝮袱覆讣负赋"
    u"赙赴趺跗辅辐郛釜鈇阜阝附頫馥驸鲋鳆麸黻黼ga呷嘎噶尕尜尬旮钆gai丐垓戤改概溉盖该赅钙陔gan坩尴干感擀敢旰杆柑榦橄泔淦"
    u"澉甘疳矸秆竿绀肝苷赣赶酐gang冈刚岗戆杠港筻纲缸罡肛釭钢gao告搞杲槁槔皋睾稿篙糕缟羔膏藁诰郜锆镐高ge个仡割各咯哥哿"
    u"嗝嗰圪塥戈搁搿格歌疙硌纥胳膈舸葛虼袼铬镉閤阁隔革骼鬲鸽gei给gen亘哏根艮茛跟geng哽埂庚更梗绠羹耕耿赓鲠gong供公共功"
    u"宫工巩廾弓恭拱攻汞珙肱蚣觥贡躬龚gou佝勾垢够媾岣彀构枸沟狗笱篝缑苟觏诟购遘钩雊鞲gu估古呱咕嘏固姑孤崮故梏毂汩沽牯"
    u"牿痼瞽箍罟股臌菇菰蛄蛊觚诂谷轱辜酤钴锢雇顾骨鲴鸪鹄鹘鼓gua刮剐卦寡挂栝瓜聒胍褂诖鸹guai乖怪拐掴枴guan倌关冠官惯掼"
    u"棺涫灌琯盥管罐莞观贯馆鳏鹳guang光咣广桄洸犷胱逛gui傀刽刿匦圭妫宄庋归晷柜桂桧炔珪瑰癸皈硅簋规诡贵跪轨闺鬼鲑鳜龟gu"
    u"n丨棍滚磙绲衮辊鲧guo呙国埚崞帼果椁猓虢蜾蝈裹过郭锅馘ha哈蛤铪hai亥咳嗨孩害氦海胲还醢骇骸han函含咁喊寒悍憨憾捍撖撼"
    u"旱晗汉汗涵瀚焊焓罕翰菡蚶邗邯酣阚韩顸颔鼾hang夯杭沆珩绗航颃hao号嗥嚆嚎壕好昊毫浩濠灏皓耗蒿薅蚝豪貉郝鄗颢he何劾合"
    u"呵和喝嗬壑曷核河涸盍盒禾翮荷菏蚵褐诃贺赫郃阂阖颌鹤hei嘿黑hen很恨狠痕heng亨哼恒桁横蘅衡hong哄宏弘泓洪烘红荭蕻薨虹"
    u"訇讧轰闳鸿黉hou侯候厚后吼喉堠後猴瘊篌糇逅骺鲎hu乎互冱呼唬唿囫壶岵弧忽怙惚户戽扈护斛楛槲沪浒湖滹烀煳狐猢琥瑚瓠祜"
    u"笏糊胡葫虍虎蝴觳轷醐鹕鹱hua划化华哗桦滑猾画花话铧骅huai坏徊怀槐淮踝huan唤圜奂宦寰幻患换擐桓欢洹浣涣漶澴焕獾环痪"
    u"缓缳萑豢逭郇锾鬟鲩huang凰幌徨恍惶慌晃湟潢煌璜癀皇磺篁簧肓荒蝗蟥谎遑隍韹鳇黄hui会卉咴哕喙回彗徽恚恢悔惠慧挥晖晦毁"
    u"汇洄浍灰烩珲秽绘缋茴荟蕙虺蛔蟪讳诙诲贿辉隳麾hun婚昏梡浑混溷荤诨阍馄魂huo伙劐嚯夥惑或攉活濩火砉祸耠获藿蠖豁货钬锪"
    u"镬霍ji丌乩亟伋伎佶偈冀几击剂剞勣即及叽吉咭哜唧圾基墼妓姬嫉季寂寄屐岌嵇嵴己彐忌急悸戟戢技挤掎既暨机极棘楫殛汲洎济"
    u"激犄玑畸畿疾瘠矶祭积稷稽笄笈箕籍级纪继绩缉羁肌脊芨芰荠蒺蓟蕺藉虮觊计讥记诘赍跻跽辑迹际集霁饥骥髻鲚鲫鸡麂齑jia价"
    u"伽佳假加嘉夹嫁家岬恝戛架枷浃珈甲痂瘕稼笳胛茄荚葭蛱袈豭贾跏迦郏钾铗镓颊驾jian件俭健僭兼减剑剪囝坚奸尖建戋戬拣捡搛"
    u"枧柬检楗歼毽涧渐湔溅煎牮犍监睑硷碱笕笺简箭缄缣翦肩腱舰艰茧荐菅蒹裥见謇谏谫贱趼践踺蹇鉴锏键间鞯饯鲣鹣jiang僵匠奖"
    u"姜将彊桨江洚浆犟疆礓糨绛缰耩茳蒋讲豇酱降jiao交佼侥僬剿叫噍姣娇峤徼挢搅教敫椒浇湫焦狡皎矫礁窖绞缴胶脚艽茭蕉蛟角跤"
    u"轿较郊酵醮铰饺骄鲛鹪jie介借劫卩喈嗟姐婕孑届戒截拮捷接揭杰桀洁界疖疥皆睫碣秸竭结羯节芥蚧街解讦诫阶颉骱鲒jin仅今劲"
    u"卺噤堇妗尽巾廑斤晋槿津浸烬瑾矜禁筋紧缙荩衿襟觐觔谨赆近进金钅锦靳馑jing井京儆兢净刭境婧弪径惊憬敬旌景晶泾獍璟痉睛"
    u"竞竟粳精经肼胫腈茎荆菁警迳镜阱靓靖静颈鲸jiong冂扃炅炯窘迥jiu久九僦厩咎啾就揪救旧柩桕灸玖疚究纠臼舅赳酒阄韭鬏鸠鹫"
    u"ju举俱倨具剧句咀局居屦巨惧拒拘据掬桔椐榉榘橘沮炬犋狙琚疽矩砠窭聚苣苴莒菊菹裾讵趄距踞踽遽醵钜锔锯雎鞠鞫飓驹龃juan"
    u"倦卷娟捐桊涓狷眷绢蠲鄄锩镌隽鹃jue倔决劂厥噘噱嚼孓崛抉掘撅攫桷橛爝爵獗玨珏矍绝蕨觉觖觼诀谲蹶镢鴃jun俊军君均峻捃浚"
    u"皲竣菌郡钧骏麇ka佧卡咔咖喀胩kai凯剀嘅垲开忾恺愒慨揩楷蒈铠锎锴kan侃刊勘坎堪崁戡槛看瞰砍莰龛kang亢伉康慷扛抗炕糠钪"
    u"闶kao尻拷栲烤犒考铐靠ke克刻可嗑坷壳客岢恪柯棵氪渴溘珂疴瞌磕科稞窠缂苛蝌课轲钶锞颏颗骒髁ken啃垦恳肯裉龈keng吭坑铿"
    u"阬kong倥孔崆恐控硿空箜kou口叩寇扣抠眍筘芤蔻ku刳哭喾堀库枯窟绔苦裤酷骷kua侉垮夸挎胯跨kuai侩哙块快狯筷脍蒯郐kuan宽"
    u"款髋kuang况劻匡哐圹夼旷框狂眶矿筐纩诓诳贶邝kui亏匮喟喹夔奎岿悝愦愧揆暌溃盔睽窥篑聩葵蒉蝰跬逵隗馈馗魁kun困坤悃捆"
    u"昆梱焜琨醌锟阃髡鲲kuo廓扩括蛞阔la剌啦喇垃拉旯瘌砬腊蜡辣邋lai崃徕来涞濑癞睐籁莱赉赖铼lan兰婪岚懒拦揽斓栏榄滥漤澜"
    u"烂篮籣缆罱蓝褴览谰镧阑lang啷廊朗榔浪狼琅稂莨蒗螂郎锒阆lao佬劳唠姥崂捞栳涝潦烙牢痨老耢酪醪铑铹le乐了仂叻泐肋鳓lei"
    u"儡勒嘞垒嫘擂檑泪磊类累缧羸耒蕾诔酹镭雷leng冷塄愣棱楞li丽例俐俚俪傈利力励历厉厘吏呖哩唳喱嚟坜娌嫠戾李枥栎栗梨欐沥"
    u"浬溧漓澧犁狸猁理琍璃疠疬痢砺砾礼离立笠篥篱粒粝缡罹苈荔莅莉蓠藜蛎蜊蠡詈跞轹逦郦醴里锂隶雳骊鲡鲤鳢鹂黎黧lia俩lian"
    u"奁帘廉怜恋敛楝殓涟潋濂炼琏练联脸臁莲蔹蠊裢裣连链镰鲢liang两亮凉墚晾梁椋粮粱良谅踉辆量魉liao僚嘹寥寮尥廖撂撩料暸"
    u"燎獠疗缭聊蓼辽钌镣鹩lie冽列劣咧埒捩洌烈猎裂趔躐鬣lin临冧凛吝啉嶙廪懔拎林檩淋琳璘痳瞵磷粼膦蔺赁躏辚遴邻霖鳞麟ling"
    u"令伶凌另呤囹岭昤柃棂泠灵玲瓴绫羚翎聆苓菱蔆蛉酃铃陵零领鲮鸰龄liu六刘旒柳榴流浏溜熘琉留瘤硫绺遛鎏锍镏霤馏骝鹨long"
    u"咙垄垅拢栊泷珑癃眬砻窿笼聋胧茏陇隆龙lou偻喽娄嵝搂楼漏瘘篓耧蒌蝼镂陋髅lu卢卤噜垆庐录戮掳撸栌橹氇泸渌漉潞炉璐碌禄"
    u"穋簏胪舻芦虏赂路轳辂辘逯鑪镥陆露颅鲁鲈鸬鹭鹿麓luan乱卵娈孪峦挛栾滦脔銮鸾lun仑伦囵抡沦纶论轮luo倮啰摞攞椤泺洛漯猡"
    u"珞瘰箩络罗脶荦萝落螺蠃裸逻锣镙雒骆骡lv侣吕屡履律捋旅榈氯滤率稆绿缕膂虑褛铝闾驴lve掠略锊ma吗唛嘛妈嬷杩犸玛痲码蚂"
    u"蟆马骂麻mai买劢卖埋脉荬迈霾麦man墁屘幔慢曼满漫熳瞒缦蔓蛮螨谩蹒镘鞔颟馒鳗mang忙杗氓漭盲硭芒茫莽蟒邙mao冇冒卯峁帽"
    u"懋旄昴毛泖牦犛猫瑁瞀矛耄茂茅茆蝥蟊袤貌贸铆锚髦me么mei妹媒媚寐嵋昧枚梅楣每没沬浼湄煤猸玫眉美莓袂酶镁镅霉魅鹛men们"
    u"懑扪焖钔门闷meng勐孟懵朦梦檬濛猛甍盟瞢矇礞艋艨萌蒙虻蜢蠓锰mi冖咪嘧宓密幂弥弭敉汨泌猕眯祢秘米糜糸縻脒芈蘼蜜觅谜谧"
    u"迷醚靡麋mian偭免冕勉娩宀棉沔渑湎眄眠绵缅腼面黾miao喵妙庙描杪淼渺眇瞄秒缈苗藐邈鹋mie乜咩灭篾蔑蠛min岷悯愍抿敏民泯"
    u"湣珉皿缗苠闵闽鳘ming冥名命明暝溟瞑茗螟酩铭鸣miu谬mo墨嫫寞抹摩摸摹末模殁沫漠瘼磨秣糢耱膜茉莫蓦蘑谟貊貘镆陌馍魔麽"
    u"默mou侔哞某牟眸缪蛑谋鍪mu亩仫募坶墓姆幕慕拇暮木母毪沐牡牧目睦穆苜钼na呐哪嗱娜拿捺纳肭衲那钠镎nai乃奈奶妳柰氖耐艿"
    u"萘迺鼐nan南喃囡楠男腩蝻赧难nang囊囔攮曩馕nao呶垴孬恼挠淖猱瑙硇脑蛲铙闹ne呢疒讷nei内馁nen嫩恁neng能ni伲你倪匿坭妮"
    u"尼怩拟旎昵泥溺猊睨腻逆铌霓鲵nian埝年廿念拈捻撵涊碾蔫辇辗鲇鲶黏niang娘酿niao嬲尿脲茑袅鸟nie啮嗫孽捏涅聂臬蘖蹑镊镍"
    u"陧颞nin您ning佞凝咛宁拧柠泞狞甯聍niu妞忸扭牛狃纽钮nong侬农哝弄浓秾脓nou耨nu努奴孥弩怒胬驽nuan暖煖nuo傩喏懦挪搦糯"
    u"诺锘nv女恧衄钕nve疟虐o哦喔噢ou偶呕怄欧殴沤瓯耦藕讴鸥pa啪帕怕杷爬琶筢葩趴pai俳哌徘拍排派湃牌蒎pan判叛拚攀槃泮潘爿"
    u"畔盘盼磐蟠袢襻pang乓庞旁滂耪胖螃逄pao刨匏咆庖抛泡炮狍疱脬袍跑pei佩呸培帔旆沛珮胚裴赔辔配醅锫陪霈pen喷湓盆peng嘭"
    u"堋彭怦抨捧朋棚澎烹砰硼碰篷膨蓬蟛踫鹏pi丕仳僻劈匹啤噼圮坯埤媲屁庀批披擗枇毗淠琵甓疋疲痞癖皮睥砒纰罴脾芘蚍蜱譬貔辟"
    u"邳郫铍陴霹鼙pian偏片犏篇翩胼谝蹁骈骗piao剽嘌嫖殍漂瓢瞟票缥螵飘pie丿撇氕瞥苤pin品姘嫔拼榀牝聘贫频颦ping乒俜凭坪娉"
    u"屏平枰瓶苹萍评鲆po叵坡婆泊泼珀皤破笸粕迫鄱酦钋钷颇魄pou剖掊裒pu仆匍噗圃扑攴攵普曝朴氆浦溥濮瀑璞脯莆菩葡蒲谱蹼铺"
    u"镤镨qi七乞亓企俟其凄启嘁器圻奇契妻屺岂岐崎弃憩戚旗期杞柒栖桤棋槭欺歧气汔汽沏泣淇漆琦琪畦砌碛祁祇祈祺綦綮绮耆脐芑"
    u"芪萁萋葺蕲蛴蜞讫起蹊迄锜颀骐骑鳍麒齐qia恰掐洽葜袷髂qian乾仟佥倩凵前千堑岍嵌悭愆慊扦掮搴椠欠歉浅潜牵签箝缱肷芊芡"
    u"茜虔褰谦谴迁遣钎钤钱钳铅阡韆骞黔qiang丬呛墙嫱强戕戗抢枪樯炝繈羌羟腔蔷蜣襁跄锖锵镪qiao乔侨俏劁峭巧悄愀憔撬敲桥樵"
    u"橇瞧硗窍缲翘荞诮谯跷锹鞒鞘qie且切妾怯惬挈窃箧郄锲qin亲侵勤吣嗪噙寝嵚揿撳擒檎沁溱琴禽秦芩芹螓衾钦锓qing倾卿圊庆情"
    u"擎晴檠氢氰清磬箐罄苘蜻謦请轻青顷鲭黥qiong琼穷穹筇芎茕蛩跫邛銎qiu丘俅囚巯梂楸求泅犰球秋糗虬蚯蝤裘赇逑遒邱酋鞦鳅鼽"
    u"qu佢劬区去取娶屈岖曲朐氍渠璩癯瞿磲祛蕖蘧蛆蛐蠼衢觑诎趋趣躯阒驱鸲麴黢龋quan佺全券劝圈悛拳权泉犬犭畎痊筌绻荃蜷诠辁"
    u"醛铨颧鬈que却悫榷瘸确缺阕阙雀鹊qun群裙逡ran冉染然燃苒蚺髯rang嚷壤攘瓤禳穰让rao娆扰桡绕荛饶re惹热ren人亻仁仞任刃"
    u"壬妊忍稔纫荏葚衽认轫韧饪reng仍扔ri日rong冗容嵘戎榕溶熔狨绒肜茸荣蓉蝾融镕rou揉柔糅肉蹂鞣ru乳儒入嚅如孺汝洳溽濡燸"
    u"缛茹蓐薷蠕褥襦辱铷颥ruan朊软阮rui枘瑞睿芮蕊蕤蚋锐run润闰ruo偌弱箬篛若鶸sa仨卅挲撒洒脎萨飒sai嗮噻塞腮赛鳃san三伞"
    u"叁散毵糁馓sang丧嗓搡桑磉颡sao埽嫂扫搔瘙缫臊骚鳋se啬涩瑟穑色铯sen森seng僧sha傻刹厦唼啥杀歃沙煞痧砂纱莎裟铩霎鲨sha"
    u"i晒筛酾shan删剡善埏姗嬗山彡扇擅杉汕潸煽珊疝縿缮膳膻舢芟苫蟮衫讪赡跚鄯钐闪陕骟鳝shang上伤商垧墒尚晌殇熵绱裳觞赏sh"
    u"ao劭勺哨少捎梢潲烧稍筲绍艄芍苕蛸邵韶she佘厍奢射慑摄歙涉滠猞畲社舌舍蛇设赊赦麝shei谁shen什伸呻哂娠婶审慎椹沈深渖"
    u"渗甚申矧砷神绅肾胂脤莘蜃诜谂身sheng剩升圣声嵊牲生甥盛省眚笙绳胜shi世事仕似使侍势匙十史嗜噬埘士失奭始实室尸屎市师"
    u"式弑恃拭拾施时是柿氏湿炻狮矢石示礻筮舐莳蓍虱蚀螫视誓识试诗谥豉豕贳轼适逝释铈食饣饰驶鲥鲺shou兽受售守寿手扌授收狩"
    u"瘦绶艏首shu书倏叔塾墅姝孰属庶恕戍抒摅数暑曙朮术束枢树梳橾殊殳毹沭淑漱澍熟疏秫竖纾署腧舒菽蔬薯蜀赎输述黍鼠shua刷"
    u"唰耍shuai帅摔甩蟀衰shuan拴栓涮闩shuang双塽孀爽霜shui水氵睡瞓税shun吮瞬舜顺shuo妁搠朔槊烁硕蒴说铄si丝兕厮厶司咝嗣"
    u"嘶四姒寺巳思撕斯死汜泗澌祀私笥纟缌耜肆蛳锶饲驷鸶song凇宋崧嵩忪怂悚松淞竦耸菘讼诵送颂sou叟嗖嗽嗾搜擞溲瞍艘薮螋锼"
    u"飕馊su俗僳嗉囌塑夙宿愫涑溯甦稣簌粟素肃苏蔌觫诉谡速酥suan狻算蒜酸sui岁濉燧眭睢碎祟穗绥荽虽谇遂邃隋随隧髓sun孙损榫"
    u"狲笋荪隼飧suo唆唢嗍嗦娑所桫梭琐睃簑索缩羧蓑锁ta他塌塔她它拓挞榻溻牠獭趿踏蹋遝遢铊闼鳎tai台太态抬汰泰炱肽胎苔薹跆"
    u"邰酞钛鲐tan叹坍坛坦忐探摊昙檀毯滩潭炭痰瘫碳袒覃谈谭贪郯钽锬tang倘傥唐堂塘帑搪棠樘汤淌溏烫瑭糖羰耥膛螗螳趟躺醣铴"
    u"镗饧tao啕套掏桃梼洮涛淘滔绦萄讨逃陶韬饕鼗te忑忒慝特铽teng滕疼腾藤誊ti体倜剃剔啼嚏屉悌惕提替梯涕绨缇荑裼踢蹄逖醍"
    u"锑题鹈tian填天忝恬掭殄添甜田畋腆舔阗tiao佻挑条眺祧窕笤粜蜩覜跳迢髫鯈鲦龆tie帖萜贴铁餮ting亭停厅听婷庭廷挺梃汀烃"
    u"町艇莛葶蜓霆tong仝佟僮同嗵彤恸捅桐桶潼痛瞳砼童筒统茼通酮铜tou亠偷头投透钭骰tu兔凸吐图土堍屠徒涂秃突荼菟途酴钍tua"
    u"n团彖抟湍疃tui推煺腿蜕褪退颓tun吞屯暾氽臀豚饨tuo乇佗唾坨妥庹托拖柝椭橐沱沲砣箨脱跎酡陀驮驼鸵鼍wa佤哇娃娲挖洼瓦腽"
    u"蛙袜wai外崴歪wan万丸剜婉完宛弯惋挽晚汍湾烷玩琬畹皖碗纨绾脘腕芄菀蜿豌顽wang亡妄往忘惘旺望枉汪王网罔辋魍wei为伟伪"
    u"位偎卫危味唯喂囗围圩委威娓尉尾嵬巍帏帷微惟慰未桅沩洧涠渭潍炜煨猥猬玮畏痿纬维胃艉苇萎葳蔚薇褽诿谓軎违逶闱隈韦韪魏"
    u"鲔wen刎吻塭抆揾文汶温玟璺瘟稳紊纹蚊问闻阌雯weng嗡瓮翁蓊蕹wo倭卧幄我挝握擭斡沃涡渥硪窝肟莴蜗龌wu乌五仵伍侮兀务勿"
    u"午吴吾呜唔圬坞妩婺寤屋巫庑忤怃悟戊捂无晤杌梧武毋污浯焐物牾痦舞芜芴蜈诬误迕邬鋈钨阢雾骛鹉鹜鼯xi习僖兮吸唏喜喺嘻夕"
    u"奚媳嬉屣希席徙息悉惜戏昔晞晰曦析樨檄欷汐洗浠淅溪潟烯熄熙熹牺犀玺皙矽硒禊禧稀穸粞系细羲翕膝舄舾菥葸蓰蜥螅蟋袭西觋"
    u"譆谿郗醯铣锡阋隙隰饩鼷xia下侠匣吓夏峡暇柙煆狎狭瑕瞎硖罅虾辖遐霞黠xian仙僩先冼县咸啣娴嫌宪岘弦掀显暹氙涎燹猃献现"
    u"痫祆筅籼纤线羡腺舷苋莶藓蚬衔贤跣跹酰锨闲限险陷霰馅鲜鹇xiang乡享像厢向响巷庠想橡湘瓖相祥箱缃翔芗葙蟓襄详象镶项飨"
    u"饷香骧鲞xiao傚哓哮啸嘐嚣孝宵小崤效晓枭枵校消淆潇硝笑筱箫篠绡肖萧詨逍销霄骁魈xie些亵偕写勰协卸屑廨懈挟携撷斜械楔"
    u"榍榭歇泄泻渫瀣燮獬绁缬胁薤蝎蟹谐谢躞邂邪鞋xin信囟心忄忻新昕欣歆芯薪衅辛鑫锌馨xing兴刑型姓幸形性悻惺擤星杏猩硎腥"
    u"荇荥行邢醒陉xiong兄凶匈汹熊胸雄xiu休修咻嗅岫庥朽溴秀绣羞脩袖貅锈馐髹鸺xu勖叙吁嘘墟婿序徐恤戌旭栩洫溆煦盱糈絮绪续"
    u"胥蓄蓿虚訏许诩酗醑需须顼xuan儇喧宣悬揎旋晅暄楦泫渲漩炫煊玄璇璿痃癣眩碹绚萱谖轩选铉镟xue削学泶穴薛血谑踅雪靴鳕xun"
    u"勋埙寻峋巡巽徇循恂旬曛殉汛洵浔潠熏獯窨荀荨蕈薰训讯询迅逊醺驯鲟ya丫亚伢压吖呀哑垭娅岈崖押揠桠氩涯牙琊痖睚砑芽蚜衙"
    u"讶轧迓雅鸦鸭yan严俨偃兖厌厣咽唁啱堰奄妍嫣宴岩崦延彦恹掩晏檐沿淹湮滟演炎烟焉焰焱燕琰盐眼研砚筵縯罨胭腌艳芫菸蜒衍"
    u"言讠谚谳赝郾鄢酽闫阉阎雁颜餍验魇鼹yang仰佯养央徉怏恙扬旸杨样殃氧泱洋漾炀烊疡痒秧羊蛘钖阳鞅飏鸯yao吆咬夭妖姚尧崾"
    u"幺徭摇曜杳榣爻珧瑶窈窑繇耀肴腰舀药要谣轺遥邀钥鳐鹞ye业也冶叶嘢噎夜掖揶晔暍曳椰液烨爷耶腋谒邺野铘靥页yi一义乙亦亿"
    u"以仪伊佚佾依倚偯刈劓医呓咦咿噫圯埸壹夷奕姨宜屹峄嶷已帟异弈弋彝役忆怡怿悒意懿抑挹揖旖易栘椅欹殪毅沂浥溢漪熠猗疑疫"
    u"痍瘗癔益眙矣移绎缢羿翊翌翳翼肄胰臆舣艺苡薏蚁蜴衣衤裔訑议译诒诣谊贻轶迆迤逸遗邑酏钇铱镒镱颐饴驿黟yin印吟吲喑因垠"
    u"堙夤姻寅尹廴引殷氤洇淫狺瘾胤茚茵荫蚓鄞铟银阴隐霪音饮ying嘤婴媵嬴应影撄映楹樱滢潆瀛瑛璎瘿盈硬缨罂膺英茔荧莹莺萤营"
    u"萦蓥蝇赢迎郢颍颖鹦鹰yo哟唷yong佣俑勇咏喁墉壅庸恿慵拥永泳涌用甬痈臃蛹踊邕鄘镛雍饔鳙you优佑侑卣又友右呦囿宥尢尤幼"
    u"幽忧悠攸有柚油游牖犹猷由疣祐莜莠莸蚰蚴蝣诱邮酉釉铀铕鱿黝鼬yu与予于伛余俞俣喻圄圉域堉妤妪娱宇寓屿峪嵛庾御愈愉愚揄"
    u"敔於昱榆欤欲毓浴淤渔渝滪煜燠狱狳玉瑜瘀瘉瘐盂禹禺窬窳竽纡羽聿肀育腴臾舁舆芋萸蓣虞蜮蝓裕褕觎誉语谀谕豫迂逾遇郁钰阈"
    u"隅雨雩预饫馀驭鬻鱼鹆鹬龉yuan元冤原员园圆垣垸塬媛怨愿掾援橼沅渊湲源爰猿瑗眢箢缘苑螈袁辕远院騵鸢鸳鼋yue刖岳嶽悦曰"
    u"月樾瀹玥籥粤约越跃軏钺阅龠yun云允匀孕恽愠昀晕殒氲熨狁筠纭耘芸蕴运郓郧酝陨韫韵za偺匝咂咋拶杂砸臜zai再哉在宰崽栽灾"
    u"甾载zan咱攒昝暂瓒簪糌赞趱錾zang奘脏臧葬赃驵zao凿唣噪早枣澡灶燥皂糟藻蚤躁造遭ze仄则啧帻择昃泽笮箦舴责赜迮zei贼zen"
    u"怎谮zeng增憎甑缯罾赠锃zha乍吒咤哳喳扎揸札柞栅楂榨渣炸痄眨砟蚱诈铡闸齄zhai债宅寨摘斋瘵砦窄zhan占展崭战搌斩旃栈毡"
    u"沾湛盏瞻站粘绽蘸詹谵zhang丈仉仗嫜嶂帐幛张彰掌杖樟涨漳獐璋瘴章胀蟑账鄣长障zhao兆召啁找招昭棹櫂沼炤照爪笊罩肇诏赵"
    u"钊zhe哲折摺柘浙着磔者著蔗蛰蜇褶谪赭辄辙这遮锗鹧zhen侦圳振斟朕枕桢榛浈珍甄甽畛疹真砧祯稹箴缜胗臻蓁诊贞赈轸针镇阵"
    u"震鸩zheng争峥帧征怔拯挣政整正狰症睁筝蒸证诤郑钲铮zhi之侄值制卮只吱咫址埴夂峙帙帜彘徵志忮执指挚掷摭支旨智枝枳栀栉"
    u"桎植止殖汁治泜滞炙痔痣直知祉祗秩稚窒絷纸织置职肢胝脂膣至致芝芷蛭蜘衹觯豸质贽趾跖踬踯轵轾郅酯陟雉骘鸷黹zhong中仲"
    u"众冢忠盅种终肿舯螽衷踵重钟锺zhou冑周咒妯宙州帚昼洲皱籀粥纣绉肘胄舟荮诌轴酎骤zhu丶主伫住侏助嘱拄朱杼柱株槠橥注洙"
    u"渚潴炷烛煮猪珠疰瘃瞩硃祝竹竺筑箸翥舳苎茱蛀蛛诛诸贮跦躅逐邾铢铸驻麈zhua抓zhuai拽zhuan专僎啭撰砖篆赚转颛馔zhuang壮"
    u"妆庄撞桩状装zhui坠惴缀缒赘追锥隹骓zhun准窀肫谆zhuo倬卓啄拙捉擢斫桌浊浞涿濯灼禚茁诼酌镯zi仔兹咨姊姿子字孜孳嵫恣梓"
    u"淄渍滋滓玆眦秭笫籽粢紫缁耔自觜訾谘赀资趑辎锱髭鲻龇zong偬宗总棕粽纵综腙踪鬃zou奏揍楱诹走邹鄹陬驺鲰zu俎卒族祖租组"
    u"诅足镞阻zuan攥纂缵躜钻zui嘴最罪蕞醉zun尊撙樽遵鳟zuo佐作做咗唑坐左座怍昨琢祚胙阼";

// Characters with several readings, the likeliest first, where one reading would miss what people type.
constexpr std::u16string_view kSeveral =
    u"行 xing hang|重 zhong chong|长 chang zhang|还 hai huan|率 lv shuai|藏 cang zang|得 de dei|都 dou du|地 di de|"
    u"的 de di|了 le liao|着 zhe zhao zhuo zhu|会 hui kuai|单 dan shan chan|调 diao tiao|传 chuan zhuan|参 can shen "
    u"cen|"
    u"差 cha chai ci|乐 le yue|朝 chao zhao|便 bian pian|降 jiang xiang|觉 jue jiao|校 xiao jiao|解 jie xie|给 gei ji|"
    u"奇 qi ji|系 xi ji|折 zhe she|省 sheng xing|石 shi dan|识 shi zhi|似 si shi|宿 su xiu|提 ti di|拓 tuo ta|"
    u"约 yue yao|择 ze zhai|扎 zha za|轧 zha ya ga|粘 zhan nian|什 shen shi|呢 ne ni|哪 na nei|那 na nei|这 zhe zhei|"
    u"谁 shui shei|薄 bo bao|剥 bo bao|暴 bao pu|堡 bao bu pu|泊 bo po|卜 bu bo|伯 bo bai|柏 bai bo|辟 pi bi|"
    u"曾 ceng zeng|查 cha zha|称 cheng chen|乘 cheng sheng|盛 sheng cheng|匙 shi chi|臭 chou xiu|畜 chu xu|大 da dai|"
    u"弹 dan tan|度 du duo|囤 tun dun|恶 e wu|否 fou pi|佛 fo fu|脯 pu fu|咖 ka ga|盖 gai ge|合 he ge|红 hong gong|"
    u"谷 gu yu|贾 jia gu|巷 xiang hang|和 he huo hu huan|核 he hu|吓 xia he|稽 ji qi|见 jian xian|角 jiao jue|"
    u"脚 jiao jue|卡 ka qia|壳 ke qiao|落 luo la lao|勒 le lei|俩 lia liang|露 lu lou|陆 lu liu|绿 lv lu|络 luo lao|"
    u"抹 mo ma|埋 mai man|脉 mai mo|没 mei mo|秘 mi bi|模 mo mu|娜 na nuo|弄 nong long|胖 pang pan|炮 pao bao|"
    u"屏 ping bing|迫 po pai|曝 bao pu|期 qi ji|强 qiang jiang|亲 qin qing|区 qu ou|券 quan xuan|圈 quan juan|"
    u"塞 sai se|色 se shai|厦 sha xia|拾 shi she|熟 shu shou|属 shu zhu|数 shu shuo|说 shuo shui|伺 si ci|尾 wei yi|"
    u"尉 wei yu|纤 xian qian|削 xue xiao|血 xue xie|遗 yi wei|员 yuan yun|车 che ju|仇 chou qiu|劲 jin jing|句 ju gou|"
    u"咳 ke hai|翟 zhai di|幢 zhuang chuang|爪 zhua zhao|著 zhu zhuo zhe|蹊 qi xi|茄 qie jia|种 zhong chong|攒 zan "
    u"cuan|"
    u"仔 zi zai|吁 yu xu|殷 yin yan|艾 ai yi|万 wan mo|俞 yu shu|钥 yao yue|疟 nve yao";

// Words that say which reading of such a character is meant.
constexpr std::u16string_view kWords =
    u"银行 yin hang|行业 hang ye|行情 hang qing|行列 hang lie|央行 yang hang|分行 fen hang|支行 zhi hang|"
    u"同行 tong hang|排行 pai hang|行号 hang hao|进行 jin xing|执行 zhi xing|运行 yun xing|发行 fa xing|行为 xing wei|"
    u"行动 xing dong|流行 liu xing|自行 zi xing|另行 ling xing|重置 chong zhi|重新 chong xin|重复 chong fu|"
    u"重设 chong she|重试 chong shi|重启 chong qi|重发 chong fa|重签 chong qian|重登 chong deng|重装 chong zhuang|"
    u"重来 chong lai|重绑 chong bang|重叠 chong die|重要 zhong yao|严重 yan zhong|重大 zhong da|还款 huan kuan|"
    u"归还 gui huan|还币 huan bi|退还 tui huan|偿还 chang huan|还是 hai shi|还有 hai you|还没 hai mei|返还 fan huan|"
    u"借还 jie huan|增长 zeng zhang|成长 cheng zhang|长期 chang qi|时长 shi chang|长时 chang shi|延长 yan chang|"
    u"利率 li lv|汇率 hui lv|费率 fei lv|频率 pin lv|概率 gai lv|胜率 sheng lv|收益率 shou yi lv|效率 xiao lv|"
    u"比率 bi lv|隐藏 yin cang|收藏 shou cang|西藏 xi zang|会计 kuai ji|会员 hui yuan|机会 ji hui|调整 tiao zheng|"
    u"下调 xia tiao|上调 shang tiao|调查 diao cha|空调 kong tiao|调用 diao yong|调节 tiao jie|传统 chuan tong|"
    u"上传 shang chuan|传输 chuan shu|自传 zi zhuan|参与 can yu|参数 can shu|参考 can kao|参加 can jia|音乐 yin yue|"
    u"快乐 kuai le|方便 fang bian|便宜 pian yi|便捷 bian jie|降低 jiang di|下降 xia jiang|投降 tou xiang|感觉 gan jue|"
    u"睡觉 shui jiao|校验 jiao yan|学校 xue xiao|校准 jiao zhun|了解 liao jie|解决 jie jue|解除 jie chu|解绑 jie bang|"
    u"解锁 jie suo|解冻 jie dong|订单 ding dan|账单 zhang dan|下单 xia dan|单号 dan hao|清单 qing dan|挂单 gua dan|"
    u"撤单 che dan|提现 ti xian|提款 ti kuan|提币 ti bi|提交 ti jiao|提示 ti shi|提供 ti gong|提前 ti qian|"
    u"提升 ti sheng|系统 xi tong|联系 lian xi|关系 guan xi|识别 shi bie|知识 zhi shi|钥匙 yao shi|密钥 mi yao|"
    u"私钥 si yao|公钥 gong yao|查询 cha xun|检查 jian cha|查看 cha kan|额度 e du|速度 su du|深度 shen du|"
    u"限度 xian du|组合 zu he|合约 he yue|合同 he tong|合并 he bing|审核 shen he|核对 he dui|核实 he shi|考核 kao he|"
    u"角色 jue se|角度 jiao du|卡片 ka pian|银行卡 yin hang ka|信用卡 xin yong ka|网络 wang luo|没有 mei you|"
    u"没收 mo shou|秘密 mi mi|模式 mo shi|模板 mu ban|屏幕 ping mu|屏蔽 ping bi|期货 qi huo|日期 ri qi|"
    u"有效期 you xiao qi|强制 qiang zhi|强平 qiang ping|地区 di qu|区块 qu kuai|区间 qu jian|区域 qu yu|"
    u"优惠券 you hui quan|体验券 ti yan quan|证券 zheng quan|数量 shu liang|数据 shu ju|数字 shu zi|次数 ci shu|"
    u"倍数 bei shu|指数 zhi shu|说明 shuo ming|人员 ren yuan|地址 di zhi|大额 da e|最大 zui da|什么 shen me|"
    u"目的 mu di|得到 de dao|都会 dou hui|和解 he jie|差额 cha e|差价 cha jia|点差 dian cha|偏差 pian cha|"
    u"选择 xuan ze|着急 zhao ji|暴露 bao lu|曝光 bao guang|弹窗 tan chuang|弹出 tan chu|恶意 e yi|否则 fou ze|"
    u"是否 shi fou|属于 shu yu|种类 zhong lei|币种 bi zhong|称呼 cheng hu|名称 ming cheng|称为 cheng wei|奇怪 qi guai|"
    u"折扣 zhe kou|约定 yue ding|预约 yu yue|泄露 xie lou|遗忘 yi wang|遗失 yi shi|见证 jian zheng|落地 luo di|"
    u"下落 xia luo|红包 hong bao|颜色 yan se|盈亏率 ying kui lv|年化率 nian hua lv|维持率 wei chi lv|率先 shuai "
    u"xian|着名 zhu ming|着作 zhu zuo|显着 xian zhu";

constexpr char16_t kBegin = 0x4E00;
constexpr char16_t kEnd = 0xA000;

bool is_letter(char16_t unit) { return unit >= u'a' && unit <= u'z'; }

std::u16string merged(std::u16string_view syllable) {
  std::u16string out(syllable);
  if (out.size() > 1 && out[1] == u'h') out.erase(1, 1);                                     // zh ch sh
  if (out.size() > 2 && out.ends_with(u'g') && out[out.size() - 3] != u'o') out.pop_back();  // an en in, but not on
  return out;
}

class Sounds {
 public:
  Sounds() {
    SyllableId current = 0;
    for (std::size_t at = 0; at < kSounds.size();) {
      std::size_t end = at;
      while (end < kSounds.size() && is_letter(kSounds[end])) ++end;
      if (end > at) current = id_of(kSounds.substr(at, end - at));
      at = end;
      while (at < kSounds.size() && !is_letter(kSounds[at])) first_[kSounds[at++] - kBegin] = current;
    }
    each_row(kSeveral, [this](std::u16string_view han, std::vector<SyllableId> ids) {
      first_[han[0] - kBegin] = ids[0];
      if (ids.size() > 1) several_[han[0]] = std::move(ids);
    });
    each_row(kWords, [this](std::u16string_view han, std::vector<SyllableId> ids) {
      words_[han[0]].push_back({han, std::move(ids)});
    });
  }

  SyllableId first(char16_t han) const { return han >= kBegin && han < kEnd ? first_[han - kBegin] : SyllableId{0}; }

  std::vector<std::vector<SyllableId>> of(std::u16string_view word) const {
    std::vector<std::vector<SyllableId>> out;
    out.reserve(word.size());
    bool ambiguous = false;
    for (const char16_t han : word) {
      const SyllableId id = first(han);
      if (id == 0) return {};
      const auto found = several_.find(han);
      ambiguous = ambiguous || found != several_.end();
      out.push_back(found == several_.end() ? std::vector<SyllableId>{id} : found->second);
    }
    for (std::size_t at = 0; ambiguous && at < word.size(); ++at) {
      const auto rows = words_.find(word[at]);
      if (rows == words_.end()) continue;
      for (const Word& row : rows->second) {
        if (!word.substr(at).starts_with(row.han)) continue;
        for (std::size_t i = 0; i < row.ids.size(); ++i) out[at + i] = {row.ids[i]};
      }
    }
    return out;
  }

  std::u16string_view letters(SyllableId id) const { return letters_[id]; }
  std::u16string_view merged_letters(SyllableId id) const { return merged_[id]; }

 private:
  struct Word {
    std::u16string_view han;
    std::vector<SyllableId> ids;
  };

  SyllableId id_of(std::u16string_view syllable) {
    const auto [at, added] = ids_.try_emplace(std::u16string(syllable), static_cast<SyllableId>(letters_.size()));
    if (added) {
      letters_.emplace_back(syllable);
      merged_.push_back(merged(syllable));
    }
    return at->second;
  }

  // Rows "银行 yin hang", divided by |.
  template <class Take>
  void each_row(std::u16string_view rows, Take take) {
    while (!rows.empty()) {
      const std::u16string_view row = rows.substr(0, rows.find(u'|'));
      rows.remove_prefix(std::min(rows.size(), row.size() + 1));
      const std::size_t han_end = row.find(u' ');
      std::vector<SyllableId> ids;
      for (std::size_t at = han_end; at < row.size();) {
        const std::size_t next = std::min(row.find(u' ', at + 1), row.size());
        ids.push_back(id_of(row.substr(at + 1, next - at - 1)));
        at = next;
      }
      take(row.substr(0, han_end), std::move(ids));
    }
  }

  std::array<SyllableId, kEnd - kBegin> first_{};
  std::unordered_map<char16_t, std::vector<SyllableId>> several_;
  std::unordered_map<char16_t, std::vector<Word>> words_;
  std::map<std::u16string, SyllableId> ids_;
  std::vector<std::u16string> letters_{{}};
  std::vector<std::u16string> merged_{{}};
};

const Sounds& sounds() {
  static const auto instance = std::make_unique<Sounds>();
  return *instance;
}

}  // namespace

SyllableId likeliest_syllable(char16_t han) { return sounds().first(han); }

std::vector<std::vector<SyllableId>> syllables_of(std::u16string_view word) { return sounds().of(word); }

std::u16string_view letters_of(SyllableId id) { return sounds().letters(id); }

std::u16string_view merged_letters_of(SyllableId id) { return sounds().merged_letters(id); }

}  // namespace pharos::text
