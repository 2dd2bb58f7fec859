// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <charconv>

#include "http/form_trouble.h"
#include "http/page_answer.h"
#include "http/page_builders.h"
#include "http/page_handlers.h"
#include "http/reader_identity.h"
#include "pharos/engine/addresses.h"

namespace pharos::http {
namespace {

using Step = RatingPanel::Step;

constexpr std::size_t kRevisionDigits = 16;

struct RatedWord {
  std::string_view word;
  Step step;
};
constexpr std::array<RatedWord, 3> kRated = {{{"yes", Step::kYes}, {"no", Step::kNo}, {"told", Step::kTold}}};

/// Forms and addresses are typed over: what is no revision says nothing.
std::string revision_of(const std::string& text) {
  const bool shaped = text.size() == kRevisionDigits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
  return shaped ? text : std::string();
}

RatingPanel panel_of(const Request& request) {
  RatingPanel panel;
  panel.search_id = search_id_of(request.parameter("from").value_or(""));
  panel.revision = revision_of(request.parameter("seen").value_or(""));
  for (const RatedWord& rated : kRated) {
    if (request.parameter("rated") == rated.word) panel.step = rated.step;
  }
  return panel;
}

std::int64_t rank_of(const Request& request) {
  const std::string text = request.parameter("rank").value_or("");
  std::int64_t rank = 0;
  std::from_chars(text.data(), text.data() + text.size(), rank);
  return rank;
}

}  // namespace

Response article_response(const Context& context, const Request& request, const Language& language,
                          const engine::ArticleView& article, const std::optional<RatingPanel>& panel) {
  PageFrame frame = frame_for(context, language);
  frame.path = "/" + article.key.str();
  if (panel && !panel->search_id.empty()) frame.contact_query = "?from=" + panel->search_id;
  return page_response(request, language,
                       article_page(std::move(frame), article, context.help_center.notices(language, 0), panel));
}

Response handle_article(const Context& context, const Request& request, const Language& language,
                        const std::string& key) {
  const auto parsed = ArticleKey::parse(key);
  const auto article = parsed ? context.help_center.article(*parsed, language) : std::nullopt;
  if (!article) return fault_page(context, request, 404);
  if (context.desk == nullptr) return article_response(context, request, language, *article, std::nullopt);
  const RatingPanel panel = panel_of(request);
  const desk::Reader reader = identify(request);
  // Coming back from a vote is no second reading.
  if (panel.step == Step::kAsk && asked_by_a_person(request)) {
    context.desk->record_view(*article, panel.search_id, rank_of(request), reader);
  }
  Response response = article_response(context, request, language, *article, panel);
  remember(reader, request, response);
  return response;
}

Response handle_rating_form(const Context& context, const Request& request, const PathParameters& parameters) {
  return in_language(context, request, parameters, [&](const Language& language) {
    if (context.desk == nullptr) return fault_page(context, request, 404);
    const FormBody form = read_form(request);
    const std::string& vote = form.field("helpful");
    const auto key = ArticleKey::parse(form.field("key"));
    const auto article = key ? context.help_center.article(*key, language) : std::nullopt;
    if (!article) return fault_page(context, request, 404);
    if (vote != "yes" && vote != "no") return fault_page(context, request, 400);

    engine::RatingRequest rating;
    rating.article = key->str();
    // The page may have shown another language, before there was a translation.
    const auto shown = context.help_center.language(form.field("language"));
    rating.language = shown ? shown->tag() : article->language.tag();
    rating.helpful = vote == "yes";
    rating.reason = form.field("reason");
    rating.comment = form.field("comment");
    rating.search_id = search_id_of(form.field("search_id"));
    rating.revision = revision_of(form.field("revision"));
    const bool with_reason = form.fields.count("comment") == 1;
    const PageTexts& texts = context.pages.texts(language);
    RatingPanel panel{
        with_reason ? Step::kNo : Step::kAsk, rating.search_id, {}, rating.reason, rating.comment, rating.revision};
    Trouble trouble;
    const desk::Reader reader = identify(request);
    try {
      context.desk->rate(rating, reader);
      const std::string said = with_reason ? "told" : vote;
      std::string from = rating.search_id.empty() ? "" : "&from=" + rating.search_id;
      // The reason that may follow is about the same text as the vote.
      if (!rating.revision.empty() && rating.revision != article->revision) from += "&seen=" + rating.revision;
      Response response =
          redirect(engine::page_address(language, key->str()) + "?rated=" + said + from + "#rating", 303);
      remember(reader, request, response);
      return response;
    } catch (const engine::InvalidFields&) {
      const std::size_t most = context.desk->limits().comment_characters;
      trouble.words = texts.text("fault_too_long", {{"limit", std::to_string(most)}});
    } catch (const Error& error) {
      trouble = trouble_of(texts, error);
    }
    panel.alert = trouble.words;
    Response response = article_response(context, request, language, *article, panel);
    apply(trouble, response);
    return response;
  });
}

}  // namespace pharos::http
