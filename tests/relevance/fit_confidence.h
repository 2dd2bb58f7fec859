// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pharos::relevance {

/// Fits the confidence model (src/search/confidence.cc) to judged sets, each "DOCS.jsonl,QUERIES.jsonl": a question is
/// unanswerable when its set says so, and when its right article is taken away. Prints AUC a set, also on the half that
/// the fit did not see, and the constants. The exit code.
int fit_confidence(int sets, char** files);

}  // namespace pharos::relevance
