"""Links the people of one CSV file with Splink, set up as its guide does: `splink_peer.py a.csv`; prints its pairs."""
import sys

import pandas
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

COLUMNS = {"first_name": compare.NameComparison, "surname": compare.NameComparison, "birth_place": compare.ExactMatch,
           "postcode": compare.PostcodeComparison, "occupation": compare.ExactMatch}

records = pandas.read_csv(sys.argv[1], dtype=str)
comparisons = [kind(column) for column, kind in COLUMNS.items()] + [compare.LevenshteinAtThresholds("dob", [1, 2])]
rules = [block_on("full_name"), block_on("substr(full_name,1,6)", "dob", "birth_place"), block_on("dob", "birth_place"),
         block_on("dob", "postcode"), block_on("postcode", "first_name"), block_on("postcode", "surname"),
         block_on("dob", "occupation", "surname")]
settings = SettingsCreator(link_type="dedupe_only", unique_id_column_name="id", comparisons=comparisons,
                           blocking_rules_to_generate_predictions=rules)
linker = Linker(records, settings, db_api=DuckDBAPI())
linker.training.estimate_probability_two_random_records_match([block_on("first_name", "surname", "dob")], recall=.6)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "surname"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("dob"))
predictions = linker.inference.predict(threshold_match_probability=.5)
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, .95)
print(len(clusters.as_pandas_dataframe()))
