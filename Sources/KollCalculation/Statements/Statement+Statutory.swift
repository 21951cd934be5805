internal import KollModel

extension Statement {
  /// The statements that are built in.
  public static let builtIn = [income, balanceSheet, balanceRequirement, committee]

  /// The resultaträkning of a kommun or region, twelve rows.
  ///
  /// Source: lag (2018:597) om kommunal bokföring och redovisning, 5 kap.
  public static let income = Statement(
    name: "resultaträkning",
    title: "Resultaträkning",
    rows: [
      .stated("verksamhetens-intakter", "Verksamhetens intäkter"),
      .stated("verksamhetens-kostnader", "Verksamhetens kostnader"),
      .stated(
        "avskrivningar",
        "Avskrivningar",
        "Av- och nedskrivningar",
        "Planenliga avskrivningar",
      ),
      .sum(
        "nettokostnader",
        "Verksamhetens nettokostnader",
        ["verksamhetens-intakter", "verksamhetens-kostnader", "avskrivningar"],
        "Verksamhetens nettokostnad",
        equals: .areas,
      ),
      .stated("skatteintakter", "Skatteintäkter"),
      .stated(
        "generella-statsbidrag",
        "Generella statsbidrag och utjämning",
        "Kommunalekonomisk utjämning och generella statsbidrag",
        "Generella statsbidrag",
      ),
      .sum(
        "verksamhetens-resultat",
        "Verksamhetens resultat",
        ["nettokostnader", "skatteintakter", "generella-statsbidrag"],
      ),
      .stated("finansiella-intakter", "Finansiella intäkter"),
      .stated("finansiella-kostnader", "Finansiella kostnader"),
      .sum(
        "resultat-efter-finansiella-poster",
        "Resultat efter finansiella poster",
        ["verksamhetens-resultat", "finansiella-intakter", "finansiella-kostnader"],
      ),
      .stated("extraordinara-poster", "Extraordinära poster"),
      .sum(
        "arets-resultat",
        "Årets resultat",
        ["resultat-efter-finansiella-poster", "extraordinara-poster"],
        "Periodens resultat",
      ),
    ],
  )

  /// The balanskravsutredning.
  ///
  /// Source: lag (2018:597), 11 kap. 10 §, as amended by 2023:643; RKR R15.
  public static let balanceRequirement = Statement(
    name: "balanskravsutredning",
    title: "Balanskravsutredning",
    rows: [
      .stated(
        "arets-resultat",
        "Årets resultat enligt resultaträkningen",
        "Årets resultat",
        equals: .row("arets-resultat", of: "resultaträkning"),
      ),
      .stated(
        "realisationsvinster",
        "Reducering av samtliga realisationsvinster",
        "Samtliga realisationsvinster",
        "Avgår samtliga realisationsvinster",
      ),
      .stated(
        "realisationsvinster-undantag",
        "Realisationsvinster enligt undantagsmöjlighet",
        "Justering för realisationsvinster enligt undantagsmöjlighet",
      ),
      .stated(
        "realisationsforluster-undantag",
        "Realisationsförluster enligt undantagsmöjlighet",
        "Justering för realisationsförluster enligt undantagsmöjlighet",
      ),
      .stated(
        "orealiserade-vardepapper",
        "Orealiserade vinster och förluster i värdepapper",
      ),
      .stated(
        "aterforing-orealiserade",
        "Återföring av orealiserade vinster och förluster i värdepapper",
      ),
      .sum(
        "efter-balanskravsjusteringar",
        "Årets resultat efter balanskravsjusteringar",
        [
          "arets-resultat", "realisationsvinster", "realisationsvinster-undantag",
          "realisationsforluster-undantag", "orealiserade-vardepapper", "aterforing-orealiserade",
        ],
      ),
      .stated(
        "reservering",
        "Reservering av medel till resultatreserv",
        "Reservering av medel till resultatutjämningsreserv",
        "Reservering av medel till RUR",
      ),
      .stated(
        "anvandning",
        "Användning av medel från resultatreserv",
        "Användning av medel från resultatutjämningsreserv",
        "Användning av medel från RUR",
      ),
      .sum(
        "balanskravsresultat",
        "Årets balanskravsresultat",
        ["efter-balanskravsjusteringar", "reservering", "anvandning"],
        "Balanskravsresultat",
      ),
      .optional(
        "ingaende-att-aterstalla",
        "Ingående ackumulerade ej återställda negativa resultat",
        "IB ackumulerade ej återställda negativa resultat",
      ),
      .optional("synnerliga-skal", "Synnerliga skäl", "Varav synnerliga skäl"),
      .optional(
        "utgaende-att-aterstalla",
        "Utgående negativt resultat att återställa inom tre år",
        "Utgående balanskravsresultat att återställa inom tre år",
        "UB att återställa inom tre år",
        equals: .opening("ingaende-att-aterstalla"),
      ),
    ],
  )

  /// The balansräkning: what is owned, and how it is financed.
  ///
  /// Source: lag (2018:597), 6 kap. 2 §, as amended by 2023:643.
  public static let balanceSheet = Statement(
    name: "balansräkning",
    title: "Balansräkning",
    rows: [
      .heading("tillgangar", "Tillgångar"),
      .stated("immateriella", "Immateriella anläggningstillgångar"),
      .stated("mark", "Mark, byggnader och tekniska anläggningar"),
      .stated("maskiner", "Maskiner och inventarier"),
      .stated("ovriga-materiella", "Övriga materiella anläggningstillgångar"),
      .stated("finansiella", "Finansiella anläggningstillgångar"),
      .sum(
        "anlaggningstillgangar",
        "Summa anläggningstillgångar",
        ["immateriella", "mark", "maskiner", "ovriga-materiella", "finansiella"],
        "Anläggningstillgångar",
      ),
      .stated(
        "bidrag-infrastruktur",
        "Bidrag till infrastruktur",
        "Bidrag till statlig infrastruktur",
      ),
      .stated("forrad", "Förråd m.m.", "Förråd", "Förråd och exploateringsfastigheter"),
      .stated("fordringar", "Fordringar", "Kortfristiga fordringar"),
      .stated("kortfristiga-placeringar", "Kortfristiga placeringar"),
      .stated("kassa", "Kassa och bank", "Likvida medel"),
      .sum(
        "omsattningstillgangar",
        "Summa omsättningstillgångar",
        ["forrad", "fordringar", "kortfristiga-placeringar", "kassa"],
        "Omsättningstillgångar",
      ),
      .sum(
        "summa-tillgangar",
        "Summa tillgångar",
        ["anlaggningstillgangar", "bidrag-infrastruktur", "omsattningstillgangar"],
      ),
      .heading("eget-kapital-och-skulder", "Eget kapital, avsättningar och skulder"),
      .stated(
        "arets-resultat",
        "Årets resultat",
        "Periodens resultat",
        equals: .row("arets-resultat", of: "resultaträkning"),
      ),
      .stated("resultatreserv", "Resultatreserv", "Resultatutjämningsreserv"),
      .stated("ovrigt-eget-kapital", "Övrigt eget kapital"),
      .sum(
        "eget-kapital",
        "Summa eget kapital",
        ["arets-resultat", "resultatreserv", "ovrigt-eget-kapital"],
        "Eget kapital",
      ),
      .stated(
        "pensionsavsattningar",
        "Avsättningar för pensioner och liknande förpliktelser",
        "Pensioner och liknande förpliktelser",
      ),
      .stated("ovriga-avsattningar", "Övriga avsättningar"),
      .sum(
        "avsattningar",
        "Summa avsättningar",
        ["pensionsavsattningar", "ovriga-avsattningar"],
        "Avsättningar",
      ),
      .stated("langfristiga-skulder", "Långfristiga skulder"),
      .stated("kortfristiga-skulder", "Kortfristiga skulder"),
      .sum(
        "skulder",
        "Summa skulder",
        ["langfristiga-skulder", "kortfristiga-skulder"],
        "Skulder",
      ),
      .sum(
        "summa-eget-kapital-och-skulder",
        "Summa eget kapital, avsättningar och skulder",
        ["eget-kapital", "avsattningar", "skulder"],
        "Summa eget kapital och skulder",
        equals: .row("summa-tillgangar", of: "balansräkning"),
      ),
    ],
  )
}

extension Statement {
  /// A nämnd's own resultaträkning: what its operations cost, and the kommunbidrag that pays them.
  ///
  /// No law says how costs are divided; these are the usual parts.
  public static let committee = Statement(
    name: "nämndens resultaträkning",
    title: "Nämndens resultaträkning",
    rows: [
      .stated("intakter", "Intäkter", "Verksamhetens intäkter", "Summa intäkter"),
      .stated("personal", "Personal", "Personalkostnader", "Personalkostnad"),
      .stated("lokaler", "Lokaler", "Lokalkostnader", "Lokalkostnad"),
      .stated("kop-av-verksamhet", "Köp av verksamhet", "Köp av huvudverksamhet"),
      .stated("ovriga-kostnader", "Övriga kostnader", "Övrigt"),
      .stated("kapitalkostnader", "Kapitalkostnader", "Kapitalkostnad"),
      .sum(
        "nettokostnad",
        "Nettokostnad",
        [
          "intakter", "personal", "lokaler", "kop-av-verksamhet", "ovriga-kostnader",
          "kapitalkostnader",
        ],
        "Nettokostnader",
        "Verksamhetens nettokostnad",
        "Verksamhetens nettokostnader",
      ),
      .stated("kommunbidrag", "Kommunbidrag", "Budgetram"),
      .sum(
        "resultat",
        "Resultat",
        ["nettokostnad", "kommunbidrag"],
        "Årets resultat",
        "Periodens resultat",
      ),
    ],
  )
}

extension Statement.Row {
  fileprivate static func stated(
    _ key: String,
    _ label: String,
    _ aliases: String...,
    equals counterpart: Counterpart? = nil,
  ) -> Self {
    Self(key: key, label: label, aliases: aliases, content: .stated, counterpart: counterpart)
  }

  fileprivate static func optional(
    _ key: String,
    _ label: String,
    _ aliases: String...,
    equals counterpart: Counterpart? = nil,
  ) -> Self {
    Self(key: key, label: label, aliases: aliases, content: .optional, counterpart: counterpart)
  }

  fileprivate static func sum(
    _ key: String,
    _ label: String,
    _ keys: [String],
    _ aliases: String...,
    equals counterpart: Counterpart? = nil,
  ) -> Self {
    Self(key: key, label: label, aliases: aliases, content: .sum(keys), counterpart: counterpart)
  }

  fileprivate static func heading(_ key: String, _ label: String) -> Self {
    Self(key: key, label: label, content: .heading)
  }
}
