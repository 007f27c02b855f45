import NewsModel

/// Puts the governments in stances for the capitals that stand for them: "Moscow accused Kyiv".
struct StanceActors {
  let entities: EntityTable

  /// The stances between those who act, each once, in their order; none of an entity towards itself.
  func stances(_ stances: [Stance]) -> [Stance] {
    var seen: Set<Stance> = []
    return stances.compactMap { stance in
      let (holder, target) = (entities.actor(stance.holder), entities.actor(stance.target))
      guard holder != target else { return nil }
      let meant = Stance(
        holder: holder, target: target, polarity: stance.polarity, evidence: stance.evidence)
      return seen.insert(meant).inserted ? meant : nil
    }
  }
}
