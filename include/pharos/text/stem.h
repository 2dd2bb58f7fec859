// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pharos::text {

/// The stem of a folded word by a Snowball algorithm ("english", "russian"...); an empty name gives the word itself.
/// Thread-safe: each thread has stemmers and a bounded memory of its own. Throws Error{internal} for an unknown name.
std::string stem(const std::string& word, std::string_view snowball);

/// A Korean eojeol without its particle or commonest ending (은, 는, 에서, 했습니다...), if two syllables stay.
std::u16string without_particle(std::u16string_view eojeol);

}  // namespace pharos::text
