/// Names of invented people from many places. Chosen by chance; nobody is meant.
enum Names {
  static let first: [String] = [
    "Amina", "Bojan", "Carmen", "Dong", "Elif", "Farid", "Greta", "Hiro", "Imani", "Jonas",
    "Kavita", "Lars", "Mei", "Nadia", "Oscar", "Paloma", "Quentin", "Rosa", "Samir", "Tala",
    "Ursula", "Viktor", "Wanjiru", "Ximena", "Yusuf", "Zofia", "Aroha", "Benedikt", "Chidi",
    "Dalia", "Emeka", "Fatou", "Gareth", "Hanna", "Ivo", "Jamila", "Kwame", "Lucia", "Mateo",
    "Noor", "Olena", "Pavel", "Rina", "Siobhan", "Tendai", "Uma", "Vera", "Wei", "Yara",
    "Zeno", "Alba", "Birgit", "Cem", "Dina", "Eamon", "Freya", "Goran", "Hoa", "Ines",
    "Kofi", "Maren",
  ]

  static let last: [String] = [
    "Adeyemi", "Bergström", "Castellanos", "Dhillon", "Eriksen", "Ferreira", "Grabowski",
    "Haddadin", "Ibáñez", "Jankowski", "Kimura", "Lindqvist", "Mbeki-Rowe", "Nakamura", "Ólafsson",
    "Petrov", "Quispe", "Rahman", "Sato", "Takahashi", "Usman", "Vance", "Wójcik", "Xu",
    "Yilmaz", "Zhang", "Achterberg", "Baptiste", "Cohen", "Demir", "Echeverría", "Fitzroy",
    "Gunawardena", "Hossain", "Ilves", "Jovanović", "Kaur", "Lefèvre", "Moyo", "Novák", "Okoro",
    "Papadakis", "Rasmussen", "Šimić", "Teixeira", "Ueda", "Villanueva", "Whitlock", "Yusupov",
    "Zielińska", "Abebe", "Bakshi", "Tuimavave",
  ]

  /// A login of ASCII letters: the first name, dot, the beginning of the last, and a number.
  static func login(first: String, last: String, number: Int) -> String {
    let letters = (first + "." + last).lowercased().unicodeScalars.map { plain($0) }.joined()
    return number == 0 ? letters : "\(letters)\(number + 1)"
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(scalar) }
    switch scalar {
    case "á", "à", "ä": return "a"
    case "é", "è", "ë": return "e"
    case "í": return "i"
    case "ó", "ö": return "o"
    case "ñ", "ń": return "n"
    case "ć", "č": return "c"
    case "š": return "s"
    default: return ""
    }
  }
}
