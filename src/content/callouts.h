// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pharos::content {

/// The first line of a callout, in whichever of the three syntaxes. A value type.
struct CalloutOpening {
  enum class Shape {
    kCallout,
    kDetails,  ///< folds: "::: details", "??? note"
    kPlain,    ///< a container that says how to show something, not that it matters: "::: tabs", "::: v-pre"
  };
  Shape shape = Shape::kCallout;
  std::string kind;   ///< note, tip, info, important, warning, caution, danger or success; empty for kPlain
  std::string title;  ///< markdown; empty when the author gave none
  bool open = false;  ///< kDetails only: shown unfolded
};

/// A line that is nothing but a fence of at least three colons and, for an opening, what it opens. A value type.
struct CalloutFence {
  int colons = 0;
  std::optional<CalloutOpening> opening;  ///< nothing for a closing line
};

/// ":::note Title", "::: tip", ":::tip[Title]", ":::". Any word is taken for a kind: a kind we know in some language,
/// or else a note with that word in its title, so that nothing an author wrote is lost. Leading spaces are allowed. All
/// functions here are pure and thread-safe.
std::optional<CalloutFence> read_colon_fence(std::string_view line);

/// "!!! note", "!!! note "Title"", "??? tip", "???+ tip". Nothing for prose that begins with exclamation marks.
std::optional<CalloutOpening> read_admonition(std::string_view line);

/// "[!NOTE]", "[!TIP] Title", "[!WARNING]-": the first line of a block quote. A title stays in the text: `after` tells
/// how many bytes the mark takes.
struct AlertMark {
  CalloutOpening opening;
  std::size_t after = 0;
};
std::optional<AlertMark> read_alert(std::string_view line);

/// HTML before the body; `title_html` is the rendered title. Only the author's own words are in it: what the kind is
/// called in the reader's language is for the page to say, by data-kind.
std::string callout_begin(const CalloutOpening& opening, std::string_view title_html);
std::string_view callout_end(const CalloutOpening& opening);

/// A colon fence's place in a page, in document order.
struct FencePlace {
  int colons = 0;
  bool opening = false;
  int parent = 0;    ///< which block it stands in: fences of equal parents are siblings
  int position = 0;  ///< among the blocks of the parent
};

/// What belongs together. `close` is the index of the closing place, or -1 when it is lost: the callout then ends at
/// the next heading or callout, or with its parent.
struct CalloutPair {
  int open = 0;
  int close = -1;
};
struct PairedFences {
  std::vector<CalloutPair> pairs;   ///< one for each opening, inner before outer
  std::vector<int> stray_closings;  ///< closing places that close nothing
};
PairedFences pair_fences(const std::vector<FencePlace>& places);

}  // namespace pharos::content
