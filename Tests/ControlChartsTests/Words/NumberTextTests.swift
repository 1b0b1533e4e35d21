import ControlCharts
import Testing

@Suite("Numbers as text")
struct NumberTextTests {
  @Test(
    "a number has the decimals asked for, rounded half away from zero",
    arguments: [
      (2.4, 1, "2.4"), (2.675, 2, "2.68"), (-0.04, 1, "0.0"), (-2.25, 1, "-2.3"), (0, 2, "0.00"),
      (9.996, 2, "10.00"), (1_234_567, 0, "1234567"), (0.05, 1, "0.1"), (0.049, 1, "0.0"),
      (1e21, 0, "1000000000000000000000"), (1.5e-7, 3, "0.000"), (.nan, 1, "–"),
      (-.infinity, 1, "–"),
    ])
  func decimal(_ value: Double, _ places: Int, _ text: String) {
    #expect(NumberText.decimal(value, places: places) == text)
  }

  @Test(
    "significant digits come without trailing zeros",
    arguments: [
      (1234.5, 3, "1230"), (0.0012345, 3, "0.00123"), (9.999, 3, "10"), (2, 3, "2"),
      (0, 3, "0"), (1e300, 3, "1e300"), (-4.5678, 2, "-4.6"), (9.9996e300, 3, "1e301"),
    ])
  func significant(_ value: Double, _ digits: Int, _ text: String) {
    #expect(NumberText.significant(value, digits: digits) == text)
  }

  @Test("whole numbers are written in full, others short")
  func short() {
    #expect(NumberText.short(118) == "118")
    #expect(NumberText.short(0.1 + 0.2) == "0.3")
    #expect(NumberText.short(-3) == "-3")
  }

  @Test("trailing zeros are trimmed, zeros before the point are not")
  func trimmed() {
    #expect(NumberText.trimmed(4.40, places: 2) == "4.4")
    #expect(NumberText.trimmed(100, places: 1) == "100")
    #expect(NumberText.trimmed(100, places: 0) == "100")
  }
}
