/// What is wrong with the bytes at hand, and where in them; the scanner knows of which part they
/// are.
struct XMLFault: Error {
  let problem: XMLError.Problem
  let place: Int

  init(_ problem: XMLError.Problem, at place: Int) {
    self.problem = problem
    self.place = place
  }
}
