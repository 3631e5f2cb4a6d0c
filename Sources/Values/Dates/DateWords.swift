/// Words beside those of CLDR that stand with dates, by their part in them; one part a line, `_` for a space.
///
/// `l` labels before a date, `f` words that say nothing, `x` words whose number is no date; `Y M D H N S` what stands
/// after a number of years, months, days, hours, minutes, seconds, with `p` before it what stands ahead of one; `m` and
/// `w` further names of months and weekdays; `n` numbers, `o` ordinals;
/// `z` zones with minutes ahead of UTC; `e` the year before an era's first; `r` and `s` spans as in CLDR's words.
let dateWords = #"""
  l epub reposted active refreshed bumped pub published publish posted updated update created modified added
  l uploaded released release filed granted issued submitted accepted received revised dated date written edited
  l reviewed started start starts starting end ends ending due deadline closing closes closed opens opening expires
  l expiry expiration valid effective available online printed signed born died established founded time apply
  l applications by was is publication updating listed advertised veröffentlicht veröffentlichung
  l veröffentlichungsdatum aktualisiert stand datum erstellt erschienen geändert vom zum eingestellt bearbeitet
  l gültig beginn ende frist am bewerbungsfrist zuletzt publiziert publié publiée mis mise à_jour modifié modifiée
  l le créé paru parue date_de mise_en_ligne posté ajouté publicado publicada actualizado actualizada fecha fecha_de
  l el modificado creado publicación atualizado atualizada em data data_de criado postado no dia às día pubblicato
  l pubblicata aggiornato aggiornata il del creato modificato data_di ultimo_aggiornamento lo gepubliceerd
  l bijgewerkt op geplaatst gewijzigd publicatiedatum laatst publicerad publicerat uppdaterad uppdaterat den skapad
  l ändrad offentliggjort opdateret oppdatert publisert på kl d opublikowano aktualizacja zaktualizowano
  l data_publikacji dodano dnia w_dniu utworzono zveřejněno aktualizováno vydáno опубликовано обновлено дата
  l добавлено создано изменено опубликован размещено опубліковано оновлено додано julkaistu päivitetty közzétéve
  l frissítve yayınlandı güncellendi yayınlanma tarihi güncelleme objavljeno ažurirano publicat actualizat
  l δημοσιεύτηκε ενημερώθηκε ημερομηνία 公開 公開日 更新 更新日 投稿日 掲載日 発行日 最終更新日 発表日 发布 发布时间 发布日期 更新时间 日期 发表 发表于 发布于 更新于 發布
  l 發布日期 게시일 작성일 등록일 수정일 입력 수정 발행일 نشر تاريخ_النشر تحديث في بتاريخ פורסם עודכן diterbitkan diperbarui tanggal đăng
  l ngày_đăng cập_nhật
  f of the in on at for as upon and year years anno año ad ce a.d c.e um en la les du des d' l' los las el al il lo
  f de del di da do das dos den det i u v w ve və og och und et e y o a na år rok roku r год года году гада г р року
  f m. thn tahun წელს წლის მე gada gads թ թվական ж жыл оны h.s sene yılı yıl lúc vào saat klockan kl ค.ศ วันที่ วัน
  f ที่ เดือน ปี เวลา 公元 西元 西暦 のに に で 旧暦の n.e н.э э τις της του στις το η και ο στον στην شهر من سنة عام لعام م
  f الموافق يوم ל ב יום ה dem hijri dne ze we z ke к ka s ko a_las a_la alle alle_ore o'clock uhr heures horas hours
  f hrs local ist sâ సంవత్సరం ஆண்டு वर्ष सन সাল সালের साल im у в во на і й от się στη לחודש אחרי של oras t us à ore
  f ora ja voor van het mí mi maí fómhair lá
  x version ver v ip tel telephone phone fax isbn issn id ref room call no nr price sku build revision chapter
  x section article page figure table volume issue item order model size code zip vol pp art
  am a.m am 上午 午前 오전 凌晨 早上 早 صباحا ص прадп ap
  pm p.m pm 下午 午後 오후 晚上 晚 مساء م ip tarde noche
  noon noon midday mittag midi mediodía mezzogiorno podne middag 正午 полдень południe
  mid midnight mitternacht minuit medianoche mezzanotte middernacht midnatt ponoć północ полночь
  Y 年 년 年度
  M 月 월 сарын сар 月の
  D 日 号 號 일 日目 日に
  H гадзін година годині часов h 時 时 點 点 시 heures uhr óra klukkan
  N хвілін минут хвилин 分 분 min
  S 秒 초
  pY năm
  pM tháng thg th.
  pD ngày mồng mùng วันที่
  to to til till until through thru bis au à al a até ate do до по и t/m tot hasta fino_al fino_a až asti ig
  until through thru until till before bis jusqu'au jusque hasta fino_al até do до tot spätestens no_later_than
  until avant
  since since seit depuis desde dal sinds sedan siden od с от dès från fra
  from from ab from_the after à_partir_du à_partir_de a_partir_del a_partir_de a_partire_dal vanaf starting_from
  from nach
  now present now today current currently ongoing heute aujourd'hui présent jetzt actualidad presente hoy oggi atual
  now atualmente attuale heden nuvarande nå nu dziś obecnie teraz настоящее настоящее_время 現在 至今 今 현재 bugün
  now actualité actual laufend andauernd gegenwart nutid
  about c ca circa about around approximately approx approx. etwa environ vers ungefähr около кіля приблизно omkring
  about over almost more_than less_than
  last last final letzte letzten letzter letztes dernier dernière derniere último última ultimo ultima laatste sista
  last siste sidste zadnji zadnja zadnje ostatni ostatnia ostatnią ostatniego последний последнее последняя
  last последнюю останній остання останню viimeinen τελευταία τελευταίο son الاخير الأخير آخر אחרון האחרון 最後 最后 마지막
  days day 날 tag jour día giorno dag dagen dan dzień dzien день μέρα ημέρα gün يوم
  season spring summer autumn fall winter frühling frühjahr sommer herbst printemps été automne hiver primavera
  season verano otoño invierno estate autunno inverno verão outono voorjaar lente zomer herfst vår sommar höst
  season vinter wiosna lato jesień zima весна лето осень зима 春 夏 秋 冬 봄 여름 가을 겨울
  q q quarter quartal trimestre kwartaal квартал
  half half h
  p thứ
  at at um kl klo klockan kello às klukkan saat ob o om
  m1 janv jän jänner januarius ocak január Јануар ян كانون_الثاني
  m2 febr fevr fév feber شباط
  m3 mrz mrt maart marz märz maerz μάρτη آذار اذار
  m4 aprl απρίλη نيسان
  m6 июнь حزيران čer cer jui
  m8 aoû aout agos آب
  m9 sept septbr أيلول ايلول
  m10 octbr تشرين_الأول تشرين_الاول
  m11 novbr تشرين_الثاني
  m12 dezember decbr كانون_الأول كانون_الاول
  c10:hr listopadu
  c11:cs,pl listopadu
  m5 أيار ايار
  m7 تموز čer cer jui
  w1 måndagen mandagen monday lundi mo 月曜 星期一 礼拜一 禮拜一 周一 週一 月曜日 월요일
  w2 tues tisdagen tirsdagen tue 火 火曜 火曜日 星期二 礼拜二 禮拜二 周二 週二 вт втр 화요일
  w3 weds onsdagen wed 水 水曜 水曜日 星期三 礼拜三 禮拜三 周三 週三 срд miercoles
  w4 thur thurs torsdagen čtv 木 木曜 木曜日 星期四 礼拜四 禮拜四 周四 週四 чтв
  w5 fredagen 金 金曜 金曜日 星期五 礼拜五 禮拜五 周五 週五 птн
  w6 lördagen lørdagen 土 土曜 土曜日 星期六 礼拜六 禮拜六 周六 週六 сбт sabado
  w7 неділю söndagen søndagen нд 日曜 日曜日 星期日 星期天 礼拜日 礼拜天 禮拜日 周日 週日 вск
  n1 one a an eine einer einem einen ein un une una uno uma um één een en ett et один одну одна jeden jedną bir 하나 한
  n2 two zwei deux dos due dois duas twee två to два две dwa dwie iki
  n3 three τρεις drei trois tres tre três drie три trzy üç
  n4 four vier quatre cuatro quattro quatro fyra fire четыре cztery dört
  n5 five fünf cinq cinco cinque vijf fem пять pięć beş cinc
  n6 six sechs seis sei zes sex seks шесть sześć altı
  n7 seven sieben siete sette sete zeven sju syv семь siedem yedi
  n8 eight acht huit ocho otto oito åtta otte åtte восемь osiem sekiz
  n9 nine neun neuf nueve nove negen nio ni девять dziewięć dokuz
  n10 ten zehn dix diez dieci dez tien tio ti десять dziesięć
  n11 eleven elf onze once undici elva elleve
  n12 twelve zwölf douze doce dodici doze twaalf tolv
  n13 thirteen
  n14 fourteen
  n15 fifteen quinze quince quindici
  n16 sixteen
  n17 seventeen
  n18 eighteen
  n19 nineteen
  n21 twentyone einundzwanzig eenentwintig tjugoen tjugoett vingt-et-un veintiuno ventuno
  n22 tweeëntwintig zweiundzwanzig tjugotvå ventidue veintidós
  n20 twenty veinte vingt venti vinte двадцать zwanzig
  n30 thirty treinta trente trenta trinta тридцать dreißig
  o1 첫째 첫번째 first premier première primer primero primera primo prima primeiro primeira erste ersten erster erstes
  o1 eerste första første forste prvi prva prvo prvog pierwszy pierwsza pierwszego первый первая первое первого
  o1 первую перший перша першого první prvý ensimmäinen πρώτη πρώτος ilk birinci الاول الأول اول primul
  o2 둘째 두번째 second deuxième seconde segundo secondo seconda zweite zweiten zweiter zweites tweede andra andre anden
  o2 andet drugi druga drugie drugog второй вторая второе второго вторую другий друга другого druhý druhá toinen
  o2 δεύτερη ikinci الثاني الثانية ثاني ثان
  o3 셋째 세번째 third troisième tercer tercero tercera terzo terza terceiro terceira dritte dritten dritter drittes
  o3 derde tredje treci treći treća treca trzeci trzecia третий третья третье третьего третьему третю третій третя
  o3 третього kolmas τρίτη üçüncü الثالث الثالثة ثالث
  o4 넷째 네번째 fourth quatrième cuarto quarto vierte vierten vierter vierde fjärde fjerde četvrti cetvrti czwarty
  o4 czwarta четвертое четвёртое четвертого четвёртого четвертый τέταρτη dördüncü الرابع
  o5 다섯째 다섯번째 fifth cinquième quinto fünfte fünften fünfter vijfde femte peti piąty пятое пятого п'ятий beşinci
  o5 الخامس
  o6 sixth sechste sechsten sechster zesde sjätte sjette шестое шестого szósty
  o7 seventh siebte siebten siebter zevende sjunde syvende седьмое седьмого siódmy
  o8 eighth achte achten achter achtste åttonde ottende åttende восьмое восьмого ósmy
  o9 ninth neunte neunten neunter negende nionde niende девятое девятого dziewiąty
  o10 tenth zehnte zehnten zehnter tiende tionde десятое десятого dziesiąty
  o11 eleventh elfte elften elfter elfde одиннадцатое
  o12 twelfth zwölfte zwölften zwölfter twaalfde двенадцатое
  o13 thirteenth dreizehnte dreizehnten тринадцатое
  o14 fourteenth vierzehnte vierzehnten четырнадцатое
  o15 fifteenth fünfzehnte fünfzehnten пятнадцатое
  o16 sixteenth sechzehnte sechzehnten шестнадцатое
  o17 seventeenth siebzehnte siebzehnten семнадцатое
  o18 eighteenth achtzehnte achtzehnten восемнадцатое
  o19 nineteenth neunzehnte neunzehnten девятнадцатое
  o21 einundzwanzigste einundzwanzigsten eenentwintigste tjugoförsta tjugoförste
  o22 zweiundzwanzigste zweiundzwanzigsten tweeëntwintigste tjugoandra tjugoandre
  o20 twentieth zwanzigste zwanzigsten двадцатое
  o30 thirtieth dreißigste dreißigsten тридцатое
  z0 z gmt utc ut wet
  z60 cet mez bst west
  z120 cest mesz eet
  z180 msk eest мск
  z540 jst kst
  z-180 brt
  z-240 edt
  z-300 est cdt
  z-360 cst mdt
  z-420 mst pdt
  z-480 pst
  e2018 令和
  e1988 平成
  e1925 昭和
  e1911 大正 民國 民国 中華民國
  e1867 明治
  e-543 พ.ศ
  sday:0 just_posted posted_today today heute aujourd'hui hoy hoje oggi vandaag idag i_dag сегодня dziś dzisiaj 今日
  sday:0 今天 오늘 bugün
  sday:-1 yesterday yday gestern hier ayer ontem ieri gisteren igår i_går вчера wczoraj 昨日 昨天 어제 dün
  sday:-2 vorgestern avant-hier anteayer anteontem eergisteren позавчера przedwczoraj 一昨日 前天 그저께
  sday:1 tomorrow demain mañana amanhã domani завтра jutro 明日 明天 내일 yarın tmrw
  ssecond:0 just_now gerade_eben à_l'instant только_что 刚刚 剛剛 たった今 방금
  ryear:-1 #_yr_ago #_yrs_ago #y_ago #年前 #년_전
  rmonth:-1 #_mos_ago #か月前 #ヶ月前 #カ月前 #个月前 #個月前 #개월_전 #mo_ago
  rweek:-1 #w_ago #wk_ago #週間前 #周前 #週前 #주_전
  rday:-1 منذ_#_أيام منذ_#_يوم منذ_#_يومًا #d_ago #日前 #天前 #일_전
  rhour:-1 منذ_#_ساعات منذ_#_ساعة #h_ago #hr_ago #hrs_ago #時間前 #小时前 #小時前 #시간_전
  rminute:-1 #m_ago #min_ago #mins_ago #分前 #分钟前 #分鐘前 #분_전
  rday:1 in_#_days #_days_from_now
  rweek:1 #_weeks_from_now
  rmonth:1 #_months_from_now
  ryear:1 #_years_from_now
  """#
