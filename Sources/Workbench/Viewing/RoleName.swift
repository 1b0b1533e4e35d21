import Cells

/// On a screen a role is what a cell means; a principal's role is asked for by its own name.
typealias Role = Cells.Role
