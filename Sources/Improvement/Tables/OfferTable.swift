import JSONTree

/// The fields of an offer: what someone gives to the network.
enum OfferTable {
  static let table = DocumentTable(
    .offer, title: "title",
    ExchangeFields.opening(
      title: "What do you offer?", example: "e.g. An hour on run charts, by video")
      + [
        Field(
          "urgency", Urgency.kind, "How urgent?", "How soon it must find a taker.",
          initial: "normal"),
        Field("available.from", .date, "Available from", "e.g. today", .quick),
        Field("available.to", .date, "Available until", "e.g. +3m", [.listed, .quick]),
      ] + ExchangeFields.closing)
}
