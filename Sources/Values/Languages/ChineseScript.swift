/// Whether Chinese is written in simplified or traditional characters; `zh` alone where it has none that differ.
func chineseTag(_ text: some Sequence<UInt32>) -> String {
  var simplified = 0
  var traditional = 0
  for scalar in text where scalar >= 0x4E00 && scalar < 0xA000 {
    if simplifiedOnly.contains(scalar) { simplified += 1 }
    if traditionalOnly.contains(scalar) { traditional += 1 }
  }
  return simplified == traditional ? "zh" : simplified > traditional ? "zh-Hans" : "zh-Hant"
}

/// Common characters that are written in one of the two ways only.
private let simplifiedOnly = Set(
  """
  这们来时对国说发会经过还进现样点动开关问间门见长书东车马鱼鸟龙个为从后学习语话请谢让认识该谁读课题试
  验实际业产气电视机场厂钱银买卖贵费资质贸财购销报纸网络联系统计划图画团园圆员内务区县乡镇广州济岛华单
  传众优价丽两严丧临举义乐乔亚亲亿仅仓仪伟伤体侧侨俭债倾储儿兰兴兹养兽冯冲决况冻净凉减凤凭刘则刚创别剂
  剑剧劝办劳势
  """.unicodeScalars.map(\.value).filter { $0 > 0x20 })
private let traditionalOnly = Set(
  """
  這們來時對國說發會經過還進現樣點動開關問間門見長書東車馬魚鳥龍個為從後學習語話請謝讓認識該誰讀課題試
  驗實際業產氣電視機場廠錢銀買賣貴費資質貿財購銷報紙網絡聯繫統計劃圖畫團園圓員內務區縣鄉鎮廣濟島華單傳
  眾優價麗兩嚴喪臨舉義樂喬亞親億僅倉儀偉傷體側僑儉債傾儲兒蘭興茲養獸馮衝決況凍淨涼減鳳憑劉則剛創別劑劍
  劇勸辦勞勢
  """.unicodeScalars.map(\.value).filter { $0 > 0x20 })
