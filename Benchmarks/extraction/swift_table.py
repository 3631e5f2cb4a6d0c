"""Writes ensembles as the Swift source that TreeEnsemble reads."""
import math
import textwrap

LEAF = 4096  # parts of a log odd


def flatten(tree):
    """A tree's nodes (feature, bound, left, right), leaves and depth; a child below 0 is the complement of a leaf's number."""
    nodes, leaves = [], []
    deepest = 0

    def visit(node, depth=0):
        nonlocal deepest
        deepest = max(deepest, depth)
        if "split_feature" not in node:
            leaves.append(round(node["leaf_value"] * LEAF))
            return ~(len(leaves) - 1)
        place = len(nodes)
        nodes.append(None)
        left, right = visit(node["left_child"], depth + 1), visit(node["right_child"], depth + 1)
        nodes[place] = (node["split_feature"], math.floor(node["threshold"]), left, right)
        return place

    visit(tree)
    return nodes, leaves, deepest


def text(model):
    """The ensemble as integers: for each tree how many nodes and leaves, the depth, the nodes, the leaves."""
    numbers = []
    for info in model.dump_model()["tree_info"]:
        nodes, leaves, depth = flatten(info["tree_structure"])
        numbers += [len(nodes), len(leaves), depth, *(part for node in nodes for part in node), *leaves]
    return "\n".join(textwrap.wrap(" ".join(map(str, numbers)), 106))


def logistic_steps():
    """A millionth's share for log odds from -8 to 8 in steps of 1/8."""
    return [round(1e6 / (1 + math.exp(-(step / 8 - 8)))) for step in range(129)]


def source(first, second, folder):
    """Writes BlockModelTrees.swift."""
    steps = textwrap.fill(", ".join(str(step) for step in logistic_steps()), 106, initial_indent="  ", subsequent_indent="  ")
    with open(folder + "/BlockModelTrees.swift", "w", encoding="utf-8") as out:
        out.write("// Written by Benchmarks/extraction/train.py; see docs/training.md.\n\n")
        out.write("/// The logistic function in millionths for log odds from -8 to 8 in steps of 1/8.\n")
        out.write(f"let logisticSteps: [Int32] = [\n{steps},\n]\n")
        for name, what, model in (("firstTrees", "The first ensemble, see `TreeEnsemble`.", first),
                                  ("secondTrees", "The second ensemble, see `TreeEnsemble`.", second)):
            out.write(f'\n/// {what}\nlet {name} = """\n{textwrap.indent(text(model), "  ")}\n  """\n')
