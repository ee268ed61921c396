import EDTF
import Positions
import YAML

extension Fields {
  /// A date in EDTF.
  mutating func edtf(_ key: String) -> EDTFDate? { date(key)?.value }
}
