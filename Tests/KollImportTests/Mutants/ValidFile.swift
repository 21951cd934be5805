import Foundation
import KollTestSupport
import Testing

@testable import KollImport

/// A file without faults, whose mutants are read.
struct ValidFile: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  var encoding = TextEncoding.utf8
  var delimiter: Unicode.Scalar = ";"
  /// How many of the leading fields are labels.
  var labels = 1
  /// The fields that hold words further on.
  var words: Set<Int> = []

  var testDescription: String { name }
}

extension ValidFile {
  static let all: [ValidFile] = [
    ale, sumsBelow, sumsAbove, negativeNet, decimals, tabbed, quoted, wideUnicode, twoHeaders,
    sumsAlone,
    long,
  ]

  /// The sample of the package: Windows-1252, a unit above, a total below.
  private static let ale = ValidFile(
    name: "ale",
    text: text(ofSample: "ale-2021/beslutsomraden.csv"),
    encoding: .windows1252,
  )

  private static func text(ofSample name: String) -> String {
    let url = URL(filePath: PackageFolder.path + "/Samples/" + name)
    let bytes = (try? Data(contentsOf: url)) ?? Data()
    return String(
      decoding: TextDecoder.decode([UInt8](bytes)[...], as: .windows1252).bytes,
      as: UTF8.self,
    )
  }

  private static let sumsBelow = ValidFile(
    name: "sums below their rows",
    text: """
      Driftbudget, tkr
      Verksamhet;Bokslut 2019;Budget 2020;Budget 2021;Kommentar
      Kommunstyrelsen;;;;
      Kansli;4 310;4 512;4 690;ny tjänst
      IT;12 045;12 980;13 105;
      varav licenser;3 120;3 300;3 415;
      Summa kommunstyrelsen;16 355;17 492;17 795;
      Bildningsnämnden;;;;
      Förskola;61 204;63 011;64 870;
      Grundskola;118 930;121 450;125 020;3 nya klasser
      Summa bildningsnämnden;180 134;184 461;189 890;
      Totalt;196 489;201 953;207 685;
      Källa: ekonomiavdelningen

      """.replacing("\n", with: "\r\n"),
    words: [4],
  )

  private static let sumsAbove = ValidFile(
    name: "sums above their rows",
    text: """
      Belopp i tkr
      Nämnd;Budget 2021;Utfall 2021;Avvikelse
      Totalt;87310;86644;666
      Kommunstyrelsen;24100;24355;-255
      Ledning;9870;9612;258
      Räddningstjänst;14230;14743;-513
      Utbildning;63210;62289;921
      Förskola;21030;20877;153
      Skola;42180;41412;768

      """,
  )

  private static let negativeNet = ValidFile(
    name: "net costs below zero",
    text: """
      Resultaträkning, tkr
      Post;Not;2020;2019
      Verksamhetens intäkter;3;101\u{A0}282;98\u{A0}140
      Verksamhetens kostnader;4;–417\u{A0}698;–409\u{A0}315
      Avskrivningar;;–14\u{A0}879;–14\u{A0}102
      Verksamhetens nettokostnader;;–331\u{A0}295;–325\u{A0}277
      Skatteintäkter;5;257\u{A0}770;251\u{A0}020
      Generella statsbidrag;;86\u{A0}552;84\u{A0}113
      Årets resultat;;13\u{A0}027;9\u{A0}856

      """,
    encoding: .windows1252,
    words: [1],
  )

  private static let decimals = ValidFile(
    name: "decimals and true minus signs",
    text: """
      \u{FEFF}Nämnd;Budget 2021, mnkr;Prognos 2021, mnkr;Avvikelse, mnkr
      Kommunstyrelsen;−71,25;−68,50;2,75
      Socialnämnden;−304,10;−311,95;−7,85
      Miljönämnden;−4,55;−4,05;0,50
      Finansförvaltning;535,00;541,40;6,40
      Summa;155,10;156,90;1,80

      """,
  )

  private static let tabbed = ValidFile(
    name: "tabs",
    text: """
      Investeringar
      Belopp i mnkr
      Projekt\tBenämning\tBudget 2021\tUtfall 2021\tPrognos 2021
      1001\tSkola Ås\t60,0\t41,3\t61,5
      1002\tSporthall\t22,5\t20,7\t22,5
      1010\tÖstra vägen\t5,4\t3,9\t4,8
      Totalt\t\t87,9\t65,9\t88,8

      """,
    encoding: .cp437,
    delimiter: "\t",
    labels: 2,
  )

  private static let quoted = ValidFile(
    name: "quotes and commas",
    text: #"""
      "Område, nivå 1","Budget 2021 (tkr)","Utfall 2021 (tkr)","Kommentar"
      "Vård, omsorg","1 204,5","1 198,0","Se ""bilaga 2"""
      "Skola","3 310,0","3 342,5","Ny
      lokal, år 2"
      "Kultur & fritid","415,5","-22,0",""
      "Totalt","4 930,0","4 518,5",""

      """#.replacing("\n", with: "\r\n"),
    delimiter: ",",
    words: [3],
  )

  private static let wideUnicode = ValidFile(
    name: "two bytes a character",
    text: """
      \u{FEFF}Enhet;Årsbudget 2021 kr;Utfall 2021-01...2021-08 kr
      Park;1 250 000;801 237,50
      Gata;2 400 500;1 655 020,25
      Övrigt;310 000;-12 400,00
      Summa;3 960 500;2 443 857,75

      """.replacing("\n", with: "\r\n"),
    encoding: .utf16LittleEndian,
  )

  private static let twoHeaders = ValidFile(
    name: "two header rows",
    text: """
      tkr;2020;;2021
      Nämnd;Budget;Utfall;Budget
      Byggnadsnämnd;4 120;4 055;4 230
      Kulturnämnd;11 305;11 420;11 655
      Överförmyndare;2 018;1 987;2 044
      Totalt;17 443;17 462;17 929

      """,
    encoding: .macRoman,
  )

  private static let sumsAlone = ValidFile(
    name: "sums that no word tells",
    text: """
      Belopp i tkr
      Nämnd;Bokslut 2019;Budget 2020;Budget 2021
      Kommunstyrelsen;24100;24355;25090
      Ledning;9870;9612;10105
      Räddningstjänst;14230;14743;14985
      Utbildning;63210;62289;64480
      Förskola;21030;20877;21390
      Skola;42180;41412;43090

      """,
  )

  private static let long = ValidFile(
    name: "a row for each amount",
    text: """
      Ansvar;Konto;Verksamhet;Budget 2021;Utfall 2021
      1100;3010;920;-1 500;-1 520,50
      1100;5010;920;97 000;48 310,00
      1100;5010;930;98 250;48 644,75
      1200;5010;920;45 100;22 005,00
      1200;6310;920;3 900;1 904,25
      2100;5010;910;19 950;9 871,10
      Totalt;;;262 700;129 214,60

      """,
    labels: 3,
  )
}
