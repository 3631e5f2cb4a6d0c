/// The names and symbols of units.
enum UnitNames {
  /// A row each: code of UCUM (one of our own in braces or in plain words where UCUM has none), kind, symbols, names.
  static let rows = """
    [in_i]; length; in; inch|inches
    [ft_i]; length; ft; foot|feet
    [yd_i]; length; yd|yds; yard|yards
    [mi_i]; length; mi; mile|miles
    [nmi_i]; length; nmi; nautical mile|nautical miles
    [ly]; length; ; light year|light years|light-years
    [mi_i]/h; speed; mph; miles per hour|miles an hour|mile per hour|mile an hour
    m/s2; other; m/s2|m/s²;
    km/h; speed; km/h|kph|kmph|km/hr|kmh; kilometers an hour|kilometres an hour|км/ч
    [kn_i]; speed; kn|kt; knot|knots
    m; length; ; м|метров|метра|米
    km; length; ; км|公里|キロ
    cm; length; ; см
    mm; length; ; мм
    har; area; ha; hectare|hectares|hektar|га
    [acr_us]; area; ; acre|acres
    [sft_i]; area; sqft|sf; square foot|square feet|sq ft|sq. ft.|sq. ft|ft2|ft²
    [sin_i]; area; ; square inch|square inches|sq in
    [syd_i]; area; ; square yard|square yards
    [smi_us]; area; ; square mile|square miles|sq mi|sq. mi|sq mile|sq miles
    m2; area; m2|m²|sqm; square meter|square meters|square metre|square metres|sq m|sq. m|qm|м²
    m2; area; ; м2|кв.м
    km2; area; km2|km²; square kilometer|square kilometers|square kilometre|square kilometres
    km2; area; ; sq km|sq. km
    cm2; area; cm2|cm²; square centimeter|square centimeters|square centimetre
    cm2; area; ; square centimetres|sq cm
    m3; volume; m3|m³; cubic meter|cubic meters|cubic metre|cubic metres
    cm3; volume; cm3|cm³|cc; cubic centimeter|cubic centimeters|cubic centimetre|cubic centimetres
    [cft_i]; volume; ft3|ft³|cu ft; cubic foot|cubic feet
    [cin_i]; volume; ; cubic inch|cubic inches
    [gal_us]; volume; gal; gallon|gallons
    [qt_us]; volume; ; quart|quarts
    [pt_us]; volume; pt; pint|pints
    [foz_us]; volume; fl oz|fl. oz.; fluid ounce|fluid ounces
    [bbl_us]; volume; bbl; barrel|barrels
    [cup_us]; volume; ; cup|cups
    [tbs_us]; volume; tbsp|tbs; tablespoon|tablespoons
    [tsp_us]; volume; tsp; teaspoon|teaspoons
    [lb_av]; mass; lb|lbs; pound|pounds
    [oz_av]; mass; oz; ounce|ounces
    t; mass; t; tonne|tonnes|metric ton|metric tons|tonnen|т|тонн
    ton; mass; ; ton|tons
    [ston_av]; mass; ; short ton|short tons
    [lton_av]; mass; ; long ton|long tons
    [car_m]; mass; ct; carat|carats
    kg; mass; ; kilo|kilos|кг|公斤
    ug; mass; mcg|μg;
    g; mass; ; г
    deg; degrees; °; degree|degrees|deg|deg.|grad
    rad; angle; rad; radian|radians
    Cel; temperature; °C|° C|ºC|℃; celsius|celcius|centigrade|degree celsius|degrees celsius
    Cel; temperature; ; degree celcius|degrees celcius|degrees centigrade|deg c|deg. c
    Cel; temperature; ; degree c|degrees c|° celsius|°celsius|° celcius|grad celsius
    Cel; temperature; ; degrés celsius
    [degF]; temperature; °F|° F|ºF|℉; fahrenheit|farenheit|degree fahrenheit|degrees fahrenheit
    [degF]; temperature; ; degree farenheit|degrees farenheit|deg f|deg. f|degree f|degrees f
    [degF]; temperature; ; ° fahrenheit|°fahrenheit
    K; temperature; K; kelvin|kelvins|degrees kelvin|degree kelvin
    [HP]; other; hp|bhp; horsepower
    [psi]; other; psi;
    bar; other; bar|mbar;
    dB; other; dB; decibel|decibels
    {rpm}; other; rpm;
    [ppm]; other; ppm;
    [ppb]; other; ppb;
    cal; other; ; calorie|calories
    kcal; other; kcal; kilocalorie|kilocalories
    kW.h; other; kWh; kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours
    MW.h; other; MWh; megawatt hour|megawatt hours|megawatt-hours
    GW.h; other; GWh; gigawatt hours
    TW.h; other; TWh; terawatt hours
    mA.h; other; mAh;
    N.m; other; Nm; newton metres|newton meters
    Ohm; other; Ω; ohm|ohms
    lm; other; lm; lumen|lumens
    lx; other; lx; lux
    {pixel}; other; px; pixel|pixels
    M{pixel}; other; MP; megapixel|megapixels
    mol; other; mol;
    mmol; other; mmol;
    Mbit/s; data; Mbps|Mbit/s;
    Gbit/s; data; Gbps|Gbit/s;
    kbit/s; data; kbps|kbit/s;
    KiBy; data; KiB;
    MiBy; data; MiB;
    GiBy; data; GiB;
    TiBy; data; TiB;
    kBy; data; KB|kB;
    s; duration; s|sec|secs; second|seconds|sekunden|secondes|сек|秒
    min; duration; min|mins; minute|minutes|minuten|минут|мин|分钟
    h; duration; h|hr|hrs; hour|hours|stunden|heures|часов|小时|時間
    d; duration; d; day|days|tage|jours|días|дней|天
    wk; duration; wk|wks; week|weeks|wochen|semaines
    mo; duration; mo|mos|mth|mths; month|months|monate|mois|meses|месяцев
    a; duration; a|y|yr|yrs; year|years|jahre|ans|años|лет
    10.a; duration; ; decade|decades
    100.a; duration; ; century|centuries
    ms; duration; ms; millisecond|milliseconds
    us; duration; µs|μs; microsecond|microseconds
    ns; duration; ns; nanosecond|nanoseconds
    """
}
