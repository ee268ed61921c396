public import YAML

extension JSONSchema {
  /// A date in EDTF, of the levels that ``EDTFDate`` reads.
  ///
  /// The pattern knows the form; that there is no 30 February is left to the build.
  public static func date(_ about: String) -> JSONSchema {
    text(about + " A date in EDTF: 2019-02-27, 2019-02, 2019-02~, 2019-02-27/2019-02-28.", matching: edtf)
  }

  /// A URL that readers may be sent to, or a path of the site.
  public static func url(_ about: String) -> JSONSchema {
    text(about, matching: "^\\s*([Hh][Tt][Tt][Pp][Ss]?:|[Mm][Aa][Ii][Ll][Tt][Oo]:|[Tt][Ee][Ll]:|[^:]*$|[^:]*[/?#\\\\])")
  }

  /// EDTF (ISO 8601-2), levels 0 and 1, and of level 2 the qualifiers inside a date and the sets.
  private static let edtf: String = {
    let sign = "[?~%]?"
    let year = sign + "(-?[0-9X]{4}|Y-?[0-9]{5,})" + sign
    let part = sign + "[0-9X]{2}" + sign
    let time = "(T[0-9]{2}:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?"
    let single = "\(year)(-\(part)(-\(part)\(time))?)?"
    let end = "(\(single)|\\.\\.)?"
    let item = "(\(single)(\\.\\.(\(single))?)?|\\.\\.\(single))"
    let set = "(\\[\\s*\(item)(\\s*,\\s*\(item))*\\s*\\]|\\{\\s*\(item)(\\s*,\\s*\(item))*\\s*\\})"
    return "^(\(single)|\(end)/\(end)|\(set))$"
  }()
}
