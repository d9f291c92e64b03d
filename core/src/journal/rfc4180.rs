//! Rows of a CSV file, read strictly: a file that was cut is noticed.

use super::FileError;

/// One row with the line it begins in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// All rows; lines may end in LF where a spreadsheet wrote them so.
pub(super) fn rows(text: &str) -> Result<Vec<Row>, FileError> {
    let mut rows = Vec::new();
    let mut chars = text.chars().peekable();
    let mut line = 1;
    while chars.peek().is_some() {
        let mut row = Row { line, cells: Vec::new() };
        loop {
            let mut cell = String::new();
            if chars.next_if_eq(&'"').is_some() {
                loop {
                    match chars.next() {
                        None => return Err(FileError::Torn { line }),
                        Some('"') if chars.next_if_eq(&'"').is_none() => break,
                        Some(c) => {
                            line += usize::from(c == '\n');
                            cell.push(c);
                        }
                    }
                }
            } else {
                while let Some(c) = chars.next_if(|c| !matches!(c, ',' | '\r' | '\n')) {
                    if c == '"' {
                        return Err(FileError::Columns { line });
                    }
                    cell.push(c);
                }
            }
            row.cells.push(cell);
            match chars.next() {
                Some(',') => {}
                None => break,
                Some('\n') => {
                    line += 1;
                    break;
                }
                Some('\r') if chars.next_if_eq(&'\n').is_some() => {
                    line += 1;
                    break;
                }
                // The second half of the end of a line is missing.
                Some('\r') if chars.peek().is_none() => break,
                Some(_) => return Err(FileError::Columns { line }),
            }
        }
        rows.push(row);
    }
    Ok(rows)
}

/// A row with every cell in quotes.
pub(super) fn write<'c>(out: &mut String, cells: impl IntoIterator<Item = &'c str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}
